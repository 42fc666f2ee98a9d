import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import { isProblem } from "@/api/problem.ts";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { Notice } from "@/ui/notice.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";

interface Written {
	id: string;
	version: number;
	text: string;
}

interface Wish<Card extends Written> {
	/** What is read again after every write. */
	list: readonly unknown[];
	/** The card that is changed, or nothing for a new one. */
	card: Card | undefined;
	/** All cards there are now. */
	cards: readonly Card[];
	add: () => Promise<unknown>;
	update: (card: Card, headers: { "If-Match": string }) => Promise<unknown>;
	remove: (card: Card, headers: { "If-Match": string }) => Promise<unknown>;
	/** What is said once the card is gone. */
	removed: string;
	onClose: () => void;
}

/** One card of a board that several people write on: saved and removed alone, against its own version. */
export function useCard<Card extends Written>(wish: Wish<Card>) {
	const { list, card, cards, add, update, remove, removed, onClose } = wish;
	const { t } = useTranslation("workshop");
	const queryClient = useQueryClient();
	const action = useAction();
	const { error } = action;
	/** Whether somebody else changed, or removed, the card first. */
	const lost = !!card && isProblem(error) && (error.status === 412 || error.status === 404);
	const current = cards.find((one) => one.id === card?.id);
	const run = async (work: () => Promise<unknown>, words: string) => {
		const done = await action.run(async () => {
			try {
				await work();
			} finally {
				// Also after a refusal: what others have made of it is read before it is shown.
				await queryClient.invalidateQueries({ queryKey: list });
			}
		});
		if (!done) return;
		say(words);
		onClose();
	};
	const save = () =>
		run(
			() =>
				!card || (lost && !current)
					? add()
					: update(card, ifMatch(lost && current ? current.version : card.version)),
			t("saved"),
		);
	const discard = () =>
		run(async () => current && (await remove(current, ifMatch(current.version))), removed);
	return { action, card, lost, current, save, discard, onClose };
}

interface Props {
	state: Pick<
		ReturnType<typeof useCard>,
		"action" | "card" | "lost" | "current" | "save" | "onClose"
	>;
	title: string;
	/** What the button says that removes the card. */
	removal: string;
	onRemove: () => void;
	children: ReactNode;
}

/** The dialog of a card. What was typed stays; above it stands what somebody else has made of the card. */
export function CardDialog({ state, title, removal, onRemove, children }: Props) {
	const { t } = useTranslation(["workshop", "common"]);
	const { action, card, lost, current, save, onClose } = state;
	return (
		<Dialog title={title} isOpen onClose={onClose}>
			<Form
				action={lost ? { failed: false, error: undefined } : action}
				onSubmit={() => void save()}
			>
				{lost && (
					<Notice tone="warn" title={t(current ? "card.overtaken" : "card.gone")} alert>
						{current && <p dir="auto">{current.text}</p>}
						<p>{t(current ? "card.overtakenLead" : "card.goneLead")}</p>
					</Notice>
				)}
				{children}
				<Actions>
					<Button type="submit" variant="primary" isPending={action.busy}>
						{t("common:action.save")}
					</Button>
					{card && (
						<Button variant="danger" isDisabled={action.busy} onPress={onRemove}>
							{removal}
						</Button>
					)}
					<Button onPress={onClose}>{t("common:action.cancel")}</Button>
				</Actions>
			</Form>
		</Dialog>
	);
}
