import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { CourseInput } from "@/api/gen/types.gen.ts";
import { createCourse } from "@/api/gen/workshop-sdk.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { ChevronBack } from "@/ui/icons.tsx";
import { Narrow, PageHead } from "@/ui/page.tsx";
import { NoRight } from "@/ui/states.tsx";
import { useCreation } from "@/ui/use-editor.ts";
import { CourseForm } from "./course-form.tsx";
import { blankCourse } from "./values.ts";

/** A new course begins as a draft. */
export function NewCoursePage() {
	const { t } = useTranslation("training");
	const user = useUser();
	const navigate = useNavigate();
	const editor = useCreation({
		name: "course:new",
		start: () => blankCourse,
		write: (body: CourseInput, headers) => createCourse({ headers, body, throwOnError: true }),
		reads: ["training"],
		saved: t("courseForm.saved"),
		leave: ({ id }) => navigate({ to: "/courses/$id", params: { id } }),
	});
	if (!can(user, "create_course")) return <NoRight />;
	return (
		<Narrow>
			<PageHead
				title={t("ownCourses.new")}
				lead={t("courseForm.newLead")}
				above={
					<Link to="/my-courses">
						<ChevronBack size={16} />
						{t("ownCourses.title")}
					</Link>
				}
			/>
			<CourseForm editor={editor} submit={t("form.create")} cancel={{ to: "/my-courses" }} />
		</Narrow>
	);
}
