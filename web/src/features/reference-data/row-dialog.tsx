import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";

interface Props {
	title: string;
	onClose: () => void;
	write: () => Promise<unknown>;
	/** Whether everything is there, as far as can be told here. */
	check?: () => boolean;
	wide?: boolean;
	/** The fields, with the server's word on each. */
	children: (wrong: Readonly<Record<string, string>>) => ReactNode;
}

/** The dialog in which a row is written: one write, what shows the row read again, a word, the end. */
export function RowDialog({ title, onClose, write, check, wide, children }: Props) {
	const { t } = useTranslation(["reference-data", "common"]);
	const queryClient = useQueryClient();
	const action = useAction();
	const save = async () => {
		await write();
		await queryClient.invalidateQueries({ queryKey: ["reference-data"] });
		await queryClient.invalidateQueries({ queryKey: ["reference"] });
		say(t("saved"));
		onClose();
	};
	const submit = () => {
		if (check?.() ?? true) void action.run(save);
	};
	return (
		<Dialog title={title} isOpen onClose={onClose} wide={wide}>
			<Form action={action} onSubmit={submit}>
				{children(action.wrong)}
				<SubmitOrCancel isPending={action.busy} onCancel={onClose}>
					{t("common:action.save")}
				</SubmitOrCancel>
			</Form>
		</Dialog>
	);
}

/** The text a row rests on. */
export function SourceField(props: {
	hint?: string;
	value: string;
	onChange: (source: string) => void;
	error: string | undefined;
}) {
	const { t } = useTranslation("reference-data");
	return (
		<TextField
			label={t("source")}
			hint={props.hint ?? t("sourceHint")}
			dir="auto"
			value={props.value}
			onChange={props.onChange}
			error={props.error}
			isRequired
		/>
	);
}
