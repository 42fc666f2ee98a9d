import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { KeptPortfolio, SelectionInput } from "@/api/gen/types.gen.ts";
import { keepPortfolio } from "@/api/gen/workshop-sdk.gen.ts";
import { newKey } from "@/api/idempotency.ts";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { Row } from "@/ui/page.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { keptKey } from "./kept-queries.ts";

interface DialogProps {
	input: SelectionInput;
	onKept: (kept: KeptPortfolio) => void;
	onClose: () => void;
}

function KeepDialog({ input, onKept, onClose }: DialogProps) {
	const { t } = useTranslation(["workshop", "common"]);
	const queryClient = useQueryClient();
	const action = useAction();
	const [typed, setTyped] = useState({ name: "", note: "" });
	const [checked, setChecked] = useState(false);
	/** One key for what is typed: a second press, or a try after a lost answer, keeps it once. */
	const [key, setKey] = useState(newKey);
	const set = (patch: Partial<typeof typed>) => {
		setTyped({ ...typed, ...patch });
		setKey(newKey);
	};
	const name = typed.name.trim();
	const keep = async () => {
		const { data } = await keepPortfolio({
			body: { name, note: typed.note.trim() || null, request: input },
			headers: { "Idempotency-Key": key },
			throwOnError: true,
		});
		await queryClient.invalidateQueries({ queryKey: keptKey });
		say(t("kept.done"));
		onKept(data);
	};
	return (
		<Dialog title={t("kept.keep")} isOpen onClose={onClose}>
			<Form
				action={action}
				onSubmit={() => {
					setChecked(true);
					if (name && !action.busy) void action.run(keep);
				}}
			>
				<p className="quiet">{t("kept.keepLead")}</p>
				<TextField
					label={t("kept.name")}
					hint={t("kept.nameHint")}
					dir="auto"
					value={typed.name}
					onChange={(value) => set({ name: value })}
					error={checked && !name ? t("kept.unnamed") : action.wrong["/name"]}
					isRequired
					autoFocus
				/>
				<TextField
					label={t("kept.note")}
					note={t("common:state.optional")}
					dir="auto"
					multiline
					value={typed.note}
					onChange={(value) => set({ note: value })}
					error={action.wrong["/note"]}
				/>
				<SubmitOrCancel isPending={action.busy} onCancel={onClose}>
					{t("kept.keepNow")}
				</SubmitOrCancel>
			</Form>
		</Dialog>
	);
}

/** Offers to keep what was asked and what came out; beside it, the way to what was kept. */
export function Keep({ input }: { input: SelectionInput }) {
	const { t } = useTranslation("workshop");
	const [open, setOpen] = useState(false);
	const [kept, setKept] = useState<KeptPortfolio>();
	return (
		<Row>
			{kept && (
				<Link to="/projects/portfolio" search={{ kept: kept.id }}>
					{t("kept.keptAs", { name: kept.name })}
				</Link>
			)}
			<Button small onPress={() => setOpen(true)}>
				{t("kept.keep")}
			</Button>
			{open && (
				<KeepDialog
					input={input}
					onKept={(made) => {
						setKept(made);
						setOpen(false);
					}}
					onClose={() => setOpen(false)}
				/>
			)}
		</Row>
	);
}
