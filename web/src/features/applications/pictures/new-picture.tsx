import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Product } from "@/api/gen/types.gen.ts";
import { newKey } from "@/api/idempotency.ts";
import { upload } from "@/api/upload.ts";
import { useKilobytes } from "@/documents/use-kilobytes.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { FileDrop } from "@/ui/file-drop.tsx";
import { Form } from "@/ui/form.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Progress } from "@/ui/progress.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";

interface Props {
	id: string;
	/** As they are saved: the server knows no others. */
	products: readonly Product[];
	onAdded: () => Promise<unknown>;
}

/** A picture and the product it shows. What was chosen stays when sending fails, and sending again adds it once. */
export function NewPicture({ id, products, onAdded }: Props) {
	const { t } = useTranslation("applications");
	const { text } = useFormat();
	const action = useAction();
	const kilobytes = useKilobytes();
	const options = products.flatMap((one) =>
		one.id ? [{ id: one.id, label: text(one.name) }] : [],
	);
	const [chosen, setProduct] = useState(options[0]?.id ?? null);
	// It may have been taken off the list since.
	const product = options.some(({ id: one }) => one === chosen) ? chosen : null;
	const [file, setFile] = useState<File | null>(null);
	const [key, setKey] = useState(newKey);
	const [sent, setSent] = useState(0);
	const send = async () => {
		if (!file) return;
		const about = { file_name: file.name, ...(product ? { product_id: product } : {}) };
		await upload(
			`/api/v1/event-applications/${id}/pictures?${new URLSearchParams(about)}`,
			file,
			key,
			(progress) => setSent(progress.sent),
		);
		// Another one may have been chosen meanwhile: it stays.
		setFile((now) => (now === file ? null : now));
		setKey(newKey);
		await onAdded();
		say(t("pictures.added"));
	};
	return (
		<Form action={action} onSubmit={() => void action.run(send)}>
			<NativeSelect
				label={t("pictures.product")}
				hint={t("pictures.productHint")}
				empty={t("pictures.general")}
				options={options}
				value={product}
				onChange={(one) => {
					setProduct(one);
					setKey(newKey);
				}}
				error={action.wrong["?product_id"]}
			/>
			<FileDrop
				label={t("pictures.file")}
				hint={t("pictures.fileHint")}
				accept=".jpg,.jpeg,.png,image/jpeg,image/png"
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
					label={t("pictures.sending")}
					said={`${kilobytes(sent)} / ${kilobytes(file.size)}`}
					value={sent}
					max={file.size}
				/>
			)}
			<Actions>
				<Button type="submit" isDisabled={!file} isPending={action.busy}>
					{t("pictures.send")}
				</Button>
			</Actions>
		</Form>
	);
}
