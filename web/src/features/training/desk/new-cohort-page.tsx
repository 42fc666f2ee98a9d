import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { CohortInput } from "@/api/gen/types.gen.ts";
import { createCohort } from "@/api/gen/workshop-sdk.gen.ts";
import { useUser } from "@/auth/session.ts";
import { buttonClass } from "@/ui/button.tsx";
import { ChevronBack } from "@/ui/icons.tsx";
import { Narrow, PageHead } from "@/ui/page.tsx";
import { Resumed } from "@/ui/resumed.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { useKept } from "@/ui/use-kept.ts";
import { CohortForm } from "../form/cohort-form.tsx";
import { blank } from "../form/values.ts";

/** A new cohort begins as a draft. */
export function NewCohortPage() {
	const { t } = useTranslation(["training", "common"]);
	const [only, ...more] = useUser()?.acting?.wilayas ?? [];
	const queryClient = useQueryClient();
	const navigate = useNavigate();
	const action = useAction();
	// With one wilaya it is most likely that one.
	const start = () => ({ ...blank, wilaya: only && more.length === 0 ? only : null });
	const kept = useKept("cohort:new", start);
	const create = (body: CohortInput) =>
		void action.run(async () => {
			const { data } = await createCohort({ body, throwOnError: true });
			kept.reset(start());
			await queryClient.invalidateQueries({ queryKey: ["training"] });
			say(t("form.saved"));
			await navigate({ to: "/cohorts/$id", params: { id: data.id } });
		});
	return (
		<Narrow>
			<PageHead
				title={t("own.new")}
				lead={t("form.newLead")}
				above={
					<Link to="/my-cohorts">
						<ChevronBack size={16} />
						{t("own.title")}
					</Link>
				}
			/>
			{kept.restored && <Resumed onRestart={() => kept.reset(start())} />}
			<CohortForm
				typed={kept.value}
				onChange={kept.set}
				action={action}
				submit={t("form.create")}
				onSubmit={create}
				cancel={
					<Link to="/my-cohorts" className={buttonClass("secondary")}>
						{t("common:action.cancel")}
					</Link>
				}
			/>
		</Narrow>
	);
}
