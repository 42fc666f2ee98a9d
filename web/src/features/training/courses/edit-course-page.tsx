import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Course, CourseInput } from "@/api/gen/types.gen.ts";
import { updateCourse } from "@/api/gen/workshop-sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { EditorConflict } from "@/ui/editor-conflict.tsx";
import { ChevronBack } from "@/ui/icons.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Narrow, PageHead } from "@/ui/page.tsx";
import { ReadPage } from "@/ui/read-page.tsx";
import { NoRight } from "@/ui/states.tsx";
import { useChange } from "@/ui/use-editor.ts";
import { courseQuery } from "../queries.ts";
import { CourseForm } from "./course-form.tsx";
import { fromCourse } from "./values.ts";

function Editor({ course }: { course: Course }) {
	const { t } = useTranslation("training");
	const { id } = course;
	const navigate = useNavigate();
	const editor = useChange({
		name: `course:${id}`,
		start: () => fromCourse(course),
		from: course.version,
		write: (body: CourseInput, headers) =>
			updateCourse({ path: { id }, headers, body, throwOnError: true }),
		reads: ["training"],
		saved: t("courseForm.saved"),
		leave: () => navigate({ to: "/courses/$id", params: { id } }),
	});
	return (
		<>
			<CourseForm editor={editor} course={id} cancel={{ to: "/courses/$id", params: { id } }} />
			<EditorConflict editor={editor} />
		</>
	);
}

export function EditCoursePage() {
	const { t } = useTranslation("training");
	const { text } = useFormat();
	const { id } = useParams({ from: "/my-courses/$id/edit" });
	const found = useQuery({ ...courseQuery(id), staleTime: 0 });
	return (
		<ReadPage found={found}>
			{({ data: course }) =>
				course.editable ? (
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
							<Editor key={id} course={course} />
						)}
					</Narrow>
				) : (
					<NoRight />
				)
			}
		</ReadPage>
	);
}
