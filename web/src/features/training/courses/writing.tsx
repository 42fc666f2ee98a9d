import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Course } from "@/api/gen/types.gen.ts";
import { archiveCourse, publishCourse } from "@/api/gen/workshop-sdk.gen.ts";
import { Actions } from "@/ui/actions.tsx";
import { Button, buttonClass } from "@/ui/button.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { Edit } from "@/ui/icons.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card, Row } from "@/ui/page.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";

type Step = "publish" | "restore" | "archive";

function StepDialog({
	course,
	step,
	onClose,
}: {
	course: Course;
	step: Step;
	onClose: () => void;
}) {
	const { t } = useTranslation(["training", "common"]);
	const queryClient = useQueryClient();
	const action = useAction();
	const submit = () =>
		void action.run(async () => {
			const call = step === "archive" ? archiveCourse : publishCourse;
			await call({ path: { id: course.id }, throwOnError: true });
			await queryClient.invalidateQueries({ queryKey: ["training"] });
			say(t(`courseStep.done.${step}`));
			onClose();
		});
	return (
		<Dialog title={t(`courseStep.${step}`)} isOpen onClose={onClose}>
			<Form action={action} onSubmit={submit}>
				<p>{t(`courseStep.lead.${step}`)}</p>
				<Actions>
					<Button type="submit" variant="primary" isPending={action.busy}>
						{t(`courseStep.${step}`)}
					</Button>
					<Button onPress={onClose}>{t("common:action.back")}</Button>
				</Actions>
			</Form>
		</Dialog>
	);
}

/** What those who write a course do with it: edit, publish, take out of the catalogue. */
export function Writing({ course }: { course: Course }) {
	const { t } = useTranslation(["training", "common"]);
	const [step, setStep] = useState<Step>();
	const { status, unpublished_changes: changed } = course;
	const archived = status === "archived";
	return (
		<Card title={t("courseStep.title")}>
			{status === "draft" && <Notice tone="info" title={t("courseStep.draftOnly")} />}
			{status === "published" && changed && (
				<Notice tone="warn" title={t("courseStep.unpublished")} />
			)}
			<Row>
				{archived ? (
					<Button variant="primary" onPress={() => setStep("restore")}>
						{t("courseStep.restore")}
					</Button>
				) : (
					<>
						{(status === "draft" || changed) && (
							<Button variant="primary" onPress={() => setStep("publish")}>
								{t("courseStep.publish")}
							</Button>
						)}
						<Link
							to="/my-courses/$id/edit"
							params={{ id: course.id }}
							className={buttonClass("secondary")}
						>
							<Edit />
							{t("common:action.edit")}
						</Link>
					</>
				)}
				{status === "published" && (
					<Button onPress={() => setStep("archive")}>{t("courseStep.archive")}</Button>
				)}
			</Row>
			{step && <StepDialog course={course} step={step} onClose={() => setStep(undefined)} />}
		</Card>
	);
}
