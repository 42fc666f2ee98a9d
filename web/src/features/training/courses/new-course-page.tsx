import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { CourseInput } from "@/api/gen/types.gen.ts";
import { createCourse } from "@/api/gen/workshop-sdk.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { buttonClass } from "@/ui/button.tsx";
import { ChevronBack } from "@/ui/icons.tsx";
import { Narrow, PageHead } from "@/ui/page.tsx";
import { Resumed } from "@/ui/resumed.tsx";
import { NoRight } from "@/ui/states.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { useKept } from "@/ui/use-kept.ts";
import { CourseForm } from "./course-form.tsx";
import { blankCourse } from "./values.ts";

const start = () => blankCourse;

/** A new course begins as a draft. */
export function NewCoursePage() {
	const { t } = useTranslation(["training", "common"]);
	const user = useUser();
	const queryClient = useQueryClient();
	const navigate = useNavigate();
	const action = useAction();
	const kept = useKept("course:new", start);
	const create = (body: CourseInput) =>
		void action.run(async () => {
			const { data } = await createCourse({ body, throwOnError: true });
			kept.reset(start());
			await queryClient.invalidateQueries({ queryKey: ["training"] });
			say(t("courseForm.saved"));
			await navigate({ to: "/courses/$id", params: { id: data.id } });
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
			{kept.restored && <Resumed onRestart={() => kept.reset(start())} />}
			<CourseForm
				typed={kept.value}
				onChange={kept.set}
				action={action}
				submit={t("form.create")}
				onSubmit={create}
				cancel={
					<Link to="/my-courses" className={buttonClass("secondary")}>
						{t("common:action.cancel")}
					</Link>
				}
			/>
		</Narrow>
	);
}
