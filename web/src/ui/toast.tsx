import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { Check, Cross } from "./icons.tsx";
import css from "./toast.module.css";

interface Toast {
	id: number;
	text: string;
}

let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();
const change = (next: readonly Toast[]) => {
	toasts = next;
	for (const listener of listeners) listener();
};
const dismiss = (id: number) => change(toasts.filter((toast) => toast.id !== id));

/** Says that something was done; nothing that must be answered belongs in a toast. */
export function say(text: string) {
	last += 1;
	const id = last;
	change([...toasts.slice(-2), { id, text }]);
	setTimeout(() => dismiss(id), 8000);
}

export function Toasts() {
	const { t } = useTranslation("common");
	const shown = useSyncExternalStore(
		(listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		() => toasts,
	);
	return (
		<div className={css.region} role="status" aria-live="polite">
			{shown.map((toast) => (
				<div key={toast.id} className={`${css.toast} on-dark`}>
					<Check />
					<span>{toast.text}</span>
					<button
						type="button"
						className={css.close}
						aria-label={t("action.close")}
						onClick={() => dismiss(toast.id)}
					>
						<Cross size={16} />
					</button>
				</div>
			))}
		</div>
	);
}
