import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { QuestionInput } from "@/api/gen/types.gen.ts";
import { createQuestion } from "@/api/gen/workshop-sdk.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { ChevronBack } from "@/ui/icons.tsx";
import { Narrow, PageHead } from "@/ui/page.tsx";
import { NoRight } from "@/ui/states.tsx";
import { useCreation } from "@/ui/use-editor.ts";
import { BANK } from "../queries.ts";
import { QuestionForm } from "./question-form.tsx";
import { blankQuestion } from "./values.ts";

/** A new question of the bank. */
export function NewQuestionPage() {
	const { t } = useTranslation(["exams", "common"]);
	const user = useUser();
	const { course } = useSearch({ from: "/questions/new" });
	const navigate = useNavigate();
	const editor = useCreation({
		name: "question:new",
		start: () => blankQuestion(course ?? null),
		write: (body: QuestionInput, headers) => createQuestion({ headers, body, throwOnError: true }),
		reads: BANK,
		saved: t("question.saved"),
		leave: (made) => navigate({ to: "/questions", search: { course: made.course_id } }),
	});
	if (!can(user, "create_question")) return <NoRight />;
	return (
		<Narrow>
			<PageHead
				title={t("question.new")}
				lead={t(user?.acting?.role === "chamber" ? "question.newLeadChamber" : "question.newLead")}
				above={
					<Link to="/questions" search={{ course }}>
						<ChevronBack size={16} />
						{t("bank.title")}
					</Link>
				}
			/>
			<QuestionForm
				editor={editor}
				submit={t("question.save")}
				cancel={{ to: "/questions", search: { course } }}
			/>
		</Narrow>
	);
}
