import { type KeyboardEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { SubmissionPlace } from "@/api/gen/types.gen.ts";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { Form } from "@/ui/form.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { keyOf } from "./places.ts";
import css from "./submission.module.css";
import type { Commenting } from "./use-commenting.ts";

interface Props {
	commenting: Commenting;
	/** None for the submission as a whole. */
	place: SubmissionPlace | undefined;
	/** What is commented on, in words. */
	about: string;
}

/** The button that opens a comment at a place, and its field: Escape closes it, Ctrl and Enter send. */
export function CommentForm({ commenting, place, about }: Props) {
	const { t } = useTranslation("assignments");
	const { action, text } = commenting;
	const open = commenting.at === keyOf(place);
	const box = useRef<HTMLDivElement>(null);
	const was = useRef(open);
	useEffect(() => {
		if (was.current === open) return;
		was.current = open;
		// Closed because another was opened, the focus is there.
		if (open || document.activeElement === document.body)
			box.current?.querySelector<HTMLElement>(open ? "textarea" : "button")?.focus();
	}, [open]);
	const send = () => {
		if (text.trim()) void commenting.send(place);
		else box.current?.querySelector("textarea")?.focus();
	};
	const keys = (event: KeyboardEvent) => {
		if (event.key === "Escape") {
			event.stopPropagation();
			commenting.close();
		} else if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !action.busy) {
			event.preventDefault();
			send();
		}
	};
	return (
		<div ref={box} className={css.commenting} data-open={open || undefined}>
			{open ? (
				// biome-ignore lint/a11y/noStaticElementInteractions: keys of the field inside, which bubble
				<div onKeyDown={keys}>
					<Form action={action} onSubmit={send}>
						<TextField
							label={t("comment.on", { about })}
							hint={t("comment.keys")}
							dir="auto"
							multiline
							value={text}
							onChange={commenting.type}
							error={action.wrong["/text"]}
							isRequired
						/>
						<SubmitOrCancel isPending={action.busy} onCancel={commenting.close}>
							{t("comment.send")}
						</SubmitOrCancel>
					</Form>
				</div>
			) : (
				<Button
					small
					variant="quiet"
					aria-label={t("comment.on", { about })}
					onPress={() => commenting.open(place)}
				>
					{t("comment.open")}
				</Button>
			)}
		</div>
	);
}
