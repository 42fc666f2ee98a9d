import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import type { Course, CourseInput } from "@/api/gen/types.gen.ts";
import { updateCourse } from "@/api/gen/workshop-sdk.gen.ts";
import { isStale } from "@/api/problem.ts";
import { useFormat } from "@/i18n/index.tsx";
import { buttonClass } from "@/ui/button.tsx";
import { ConflictDialog } from "@/ui/conflict-dialog.tsx";
import { ChevronBack } from "@/ui/icons.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Narrow, PageHead } from "@/ui/page.tsx";
import { Resumed } from "@/ui/resumed.tsx";
import { FailedPage, Loading, NoRight } from "@/ui/states.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { useKept } from "@/ui/use-kept.ts";
import { courseQuery } from "../queries.ts";
import { CourseForm } from "./course-form.tsx";
import { fromCourse } from "./values.ts";

function Editor({ course }: { course: Course }) {
	const { t } = useTranslation(["training", "common"]);
	const { id } = course;
	const queryClient = useQueryClient();
	const navigate = useNavigate();
	const action = useAction();
	/** The version that was typed over stays with what was typed. */
	const start = () => ({ from: course.version, typed: fromCourse(course) });
	const kept = useKept(`course:${id}`, start);
	const [sent, setSent] = useState<CourseInput>();
	const finish = async (said: string) => {
		kept.reset(start());
		await queryClient.invalidateQueries({ queryKey: ["training"] });
		say(said);
		await navigate({ to: "/courses/$id", params: { id } });
	};
	const save = (body: CourseInput, from: number | "*") => {
		setSent(body);
		void action.run(async () => {
			await updateCourse({ path: { id }, headers: ifMatch(from), body, throwOnError: true });
			await finish(t("courseForm.saved"));
		});
	};
	return (
		<>
			{kept.restored && <Resumed onRestart={() => kept.reset(start())} />}
			<CourseForm
				course={id}
				typed={kept.value.typed}
				onChange={(typed) => kept.set({ from: kept.value.from, typed })}
				action={action}
				submit={t("common:action.save")}
				onSubmit={(input) => save(input, kept.value.from)}
				cancel={
					<Link to="/courses/$id" params={{ id }} className={buttonClass("secondary")}>
						{t("common:action.cancel")}
					</Link>
				}
			/>
			{isStale(action.error) && sent && (
				<ConflictDialog
					busy={action.busy}
					onKeepMine={() => save(sent, "*")}
					onTakeTheirs={() => void finish(t("common:conflict.taken"))}
					onClose={action.clear}
				/>
			)}
		</>
	);
}

export function EditCoursePage() {
	const { t } = useTranslation("training");
	const { text } = useFormat();
	const { id } = useParams({ from: "/my-courses/$id/edit" });
	const found = useQuery({ ...courseQuery(id), staleTime: 0 });
	if (found.isPending) return <Loading lines={8} />;
	if (found.isError) return <FailedPage error={found.error} onRetry={() => void found.refetch()} />;
	const course = found.data.data;
	if (!course.editable) return <NoRight />;
	return (
		<Narrow>
			<PageHead
				title={t("courseForm.edit")}
				lead={<bdi>{text(course.name)}</bdi>}
				above={
					<Link to="/courses/$id" params={{ id }}>
						<ChevronBack size={16} />
						{t("courseForm.back")}
					</Link>
				}
			/>
			{course.status === "archived" ? (
				<Notice tone="info" title={t("courseForm.archived")} />
			) : (
				<Editor key={course.version} course={course} />
			)}
		</Narrow>
	);
}
