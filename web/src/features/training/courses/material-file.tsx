import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CourseFile } from "@/api/gen/types.gen.ts";
import { newKey } from "@/api/idempotency.ts";
import { upload } from "@/api/upload.ts";
import { FileDrop } from "@/ui/file-drop.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Progress } from "@/ui/progress.tsx";
import { useAction } from "@/ui/use-action.ts";
import { filesQuery } from "./files-query.ts";

const ACCEPTED = ".pdf,application/pdf,.jpg,.jpeg,.png,image/jpeg,image/png";

interface Props {
	course: string | undefined;
	url: string;
	onUrl: (url: string) => void;
	error: string | undefined;
}

/** A file of the course: one that is there, or a new one, which is sent as soon as it is chosen. */
function Chosen({ course, url, onUrl, error }: Props & { course: string }) {
	const { t } = useTranslation("training");
	const queryClient = useQueryClient();
	const action = useAction();
	const [file, setFile] = useState<File | null>(null);
	const [sent, setSent] = useState(0);
	const list = useQuery(filesQuery(course));
	const send = (one: File) => {
		setFile(one);
		setSent(0);
		void action.run(async () => {
			const query = new URLSearchParams({ file_name: one.name });
			const path = `/api/v1/courses/${course}/files?${query}`;
			const kept = await upload<CourseFile>(path, one, newKey(), (progress) =>
				setSent(progress.sent),
			);
			await queryClient.invalidateQueries({ queryKey: filesQuery(course).queryKey });
			setFile(null);
			onUrl(kept.url);
		});
	};
	const there = list.data ?? [];
	const refused = action.wrong["?file_name"] ?? action.wrong[""];
	return (
		<div>
			{there.length > 0 && (
				<NativeSelect
					label={t("courseForm.file")}
					empty={t("courseForm.chooseFile")}
					options={there.map((one) => ({ id: one.url, label: one.file_name }))}
					value={url || null}
					onChange={(one) => onUrl(one ?? "")}
					error={error}
				/>
			)}
			<FileDrop
				label={t("courseForm.newFile")}
				hint={t("courseForm.fileHint")}
				accept={ACCEPTED}
				file={file}
				onFile={send}
				error={
					refused ??
					(action.failed ? t("courseForm.fileFailed") : there.length > 0 ? undefined : error)
				}
			/>
			{action.busy && file && (
				<Progress label={t("courseForm.sending")} said="" value={sent} max={file.size} />
			)}
		</div>
	);
}

/** Files are sent to a course that was saved: a new one is saved first. */
export function MaterialFile({ course, ...props }: Props) {
	const { t } = useTranslation("training");
	if (!course) return <Notice tone="info" title={t("courseForm.saveFirst")} />;
	return <Chosen course={course} {...props} />;
}
