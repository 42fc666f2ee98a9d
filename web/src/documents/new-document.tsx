import { useState } from "react";
import { useTranslation } from "react-i18next";
import { newKey } from "@/api/idempotency.ts";
import { upload } from "@/api/upload.ts";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { FileDrop } from "@/ui/file-drop.tsx";
import { Form } from "@/ui/form.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Progress } from "@/ui/progress.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import type { Target } from "./documents.tsx";
import { useKilobytes } from "./use-kilobytes.ts";

const PICTURES = ".jpg,.jpeg,.png,image/jpeg,image/png";

interface Props {
	target: Target;
	onAdded: () => Promise<unknown>;
}

/** A file and what it is. What was chosen stays when sending fails, and sending again adds it once. */
export function NewDocument({ target, onAdded }: Props) {
	const { t } = useTranslation("documents");
	const action = useAction();
	const kilobytes = useKilobytes();
	const [kind, setKind] = useState(target.usual);
	const [file, setFile] = useState<File | null>(null);
	const [key, setKey] = useState(newKey);
	const [sent, setSent] = useState(0);
	const picture = kind === "poster";
	const send = async () => {
		if (!file) return;
		const query = new URLSearchParams({ ...target.about, kind, file_name: file.name });
		await upload(`${target.path}?${query}`, file, key, (progress) => setSent(progress.sent));
		// Another one may have been chosen meanwhile: it stays.
		setFile((now) => (now === file ? null : now));
		setKey(newKey);
		await onAdded();
		say(t("added"));
	};
	return (
		<Form action={action} onSubmit={() => void action.run(send)}>
			<NativeSelect
				label={t("kind")}
				options={target.kinds.map((one) => ({ id: one, label: t(`kindOf.${one}`) }))}
				value={kind}
				onChange={(one) => {
					setKind(target.kinds.find((known) => known === one) ?? target.usual);
					setKey(newKey);
				}}
			/>
			<FileDrop
				label={t("file")}
				hint={t(picture ? "pictureHint" : "hint")}
				accept={picture ? PICTURES : `.pdf,application/pdf,${PICTURES}`}
				file={file}
				onFile={(one) => {
					setFile(one);
					setKey(newKey);
					setSent(0);
				}}
				error={action.wrong["?file_name"] ?? action.wrong[""]}
			/>
			{action.busy && file && (
				<Progress
					label={t("sending")}
					said={`${kilobytes(sent)} / ${kilobytes(file.size)}`}
					value={sent}
					max={file.size}
				/>
			)}
			<Actions>
				<Button type="submit" variant="primary" isDisabled={!file} isPending={action.busy}>
					{t("send")}
				</Button>
			</Actions>
		</Form>
	);
}
