import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Course, CourseFile } from "@/api/gen/types.gen.ts";
import { deleteCourseFile } from "@/api/gen/workshop-sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { Awaited } from "@/ui/awaited.tsx";
import { Button } from "@/ui/button.tsx";
import { ConfirmDialog } from "@/ui/confirm-dialog.tsx";
import { FileButton } from "@/ui/file-button.tsx";
import { FileName } from "@/ui/file-name.tsx";
import { Trash } from "@/ui/icons.tsx";
import { Card } from "@/ui/page.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import css from "../training.module.css";
import { filesQuery } from "./files-query.ts";

function RemoveDialog({
	course,
	file,
	onClose,
}: {
	course: string;
	file: CourseFile;
	onClose: () => void;
}) {
	const { t } = useTranslation("training");
	const queryClient = useQueryClient();
	const action = useAction();
	const name = file.file_name;
	const remove = () =>
		void action.run(async () => {
			await deleteCourseFile({ path: { id: file.id }, throwOnError: true });
			await queryClient.invalidateQueries({ queryKey: filesQuery(course).queryKey });
			say(t("courseFiles.removed", { name }));
			onClose();
		});
	return (
		<ConfirmDialog
			title={t("courseFiles.remove")}
			action={action}
			confirm={t("courseFiles.remove")}
			onConfirm={remove}
			onClose={onClose}
		>
			<p>{t("courseFiles.removeLead", { name })}</p>
		</ConfirmDialog>
	);
}

/** The files sent to a course: which a module uses, which came with a version, which may go. */
export function CourseFiles({ course }: { course: Course }) {
	const { t } = useTranslation("training");
	const { date, number } = useFormat();
	const list = useQuery(filesQuery(course.id));
	const [leaving, setLeaving] = useState<CourseFile>();
	const named = new Set(
		course.modules.flatMap((module) => (module.materials ?? []).map(({ url }) => url)),
	);
	if (list.data?.length === 0) return null;
	return (
		<Card title={t("courseFiles.title")}>
			<p className="quiet">{t("courseFiles.lead")}</p>
			<Awaited list={list} />
			<ul className={css.steps}>
				{list.data?.map((file) => (
					<li key={file.id}>
						<FileButton path={file.url}>
							<FileName>{file.file_name}</FileName>
						</FileButton>
						<span className="quiet">
							{t("courseFiles.size", {
								size: number(Math.max(1, Math.round(file.size / 1024))),
							})}
						</span>
						<span className="quiet">
							{file.published_at
								? t("courseFiles.published", { day: date(file.published_at) })
								: t(named.has(file.url) ? "courseFiles.named" : "courseFiles.unused")}
						</span>
						{!file.published_at && !named.has(file.url) && (
							<Button
								small
								variant="quiet"
								aria-label={t("courseFiles.removeOne", { name: file.file_name })}
								onPress={() => setLeaving(file)}
							>
								<Trash size={16} />
								{t("courseFiles.remove")}
							</Button>
						)}
					</li>
				))}
			</ul>
			{leaving && (
				<RemoveDialog course={course.id} file={leaving} onClose={() => setLeaving(undefined)} />
			)}
		</Card>
	);
}
