import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { Actions } from "./actions.tsx";
import { Button } from "./button.tsx";
import { Copy } from "./icons.tsx";
import { Notice } from "./notice.tsx";
import css from "./shown-once.module.css";
import { say } from "./toast.tsx";

interface Props {
	secret: string;
	title: string;
	detail: string;
	/** What the button says that ends it. */
	done: string;
	onClose: () => void;
}

/** A secret the server gives this once: to be copied before the dialog closes. */
export function ShownOnce({ secret, title, detail, done, onClose }: Props) {
	const { t } = useTranslation("common");
	const code = useRef<HTMLElement>(null);
	const copy = async () => {
		try {
			await navigator.clipboard.writeText(secret);
			say(t("action.copied"));
		} catch {
			// No clipboard without a secure connection: it is marked, and the keyboard copies it.
			if (code.current) getSelection()?.selectAllChildren(code.current);
			say(t("action.copyByHand"));
		}
	};
	return (
		<>
			<Notice tone="warn" title={title}>
				<p>{detail}</p>
			</Notice>
			<code ref={code} className={css.secret}>
				{secret}
			</code>
			<Actions>
				<Button onPress={() => void copy()}>
					<Copy />
					{t("action.copy")}
				</Button>
				<Button variant="primary" onPress={onClose}>
					{done}
				</Button>
			</Actions>
		</>
	);
}
