import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { QuestionInput } from "@/api/gen/types.gen.ts";
import { createQuestion } from "@/api/gen/workshop-sdk.gen.ts";
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
import { BANK } from "../queries.ts";
import { QuestionForm } from "./question-form.tsx";
import { blankQuestion } from "./values.ts";

/** A new question of the bank. */
export function NewQuestionPage() {
	const { t } = useTranslation(["exams", "common"]);
	const user = useUser();
	const { course } = useSearch({ from: "/questions/new" });
	const queryClient = useQueryClient();
	const navigate = useNavigate();
	const action = useAction();
	const start = () => blankQuestion(course ?? null);
	const kept = useKept("question:new", start);
	const create = (body: QuestionInput) =>
		void action.run(async () => {
			const { data } = await createQuestion({ body, throwOnError: true });
			kept.reset(start());
			await queryClient.invalidateQueries({ queryKey: BANK });
			say(t("question.saved"));
			await navigate({ to: "/questions", search: { course: data.course_id } });
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
			{kept.restored && <Resumed onRestart={() => kept.reset(start())} />}
			<QuestionForm
				typed={kept.value}
				onChange={kept.set}
				action={action}
				submit={t("question.save")}
				onSubmit={create}
				cancel={
					<Link to="/questions" search={{ course }} className={buttonClass("secondary")}>
						{t("common:action.cancel")}
					</Link>
				}
			/>
		</Narrow>
	);
}
