import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { CohortInput } from "@/api/gen/types.gen.ts";
import { createCohort } from "@/api/gen/workshop-sdk.gen.ts";
import { useUser } from "@/auth/session.ts";
import { ChevronBack } from "@/ui/icons.tsx";
import { Narrow, PageHead } from "@/ui/page.tsx";
import { useCreation } from "@/ui/use-editor.ts";
import { CohortForm } from "../form/cohort-form.tsx";
import { blank } from "../form/values.ts";

/** A new cohort begins as a draft. */
export function NewCohortPage() {
	const { t } = useTranslation("training");
	const [only, ...more] = useUser()?.acting?.wilayas ?? [];
	const navigate = useNavigate();
	const editor = useCreation({
		name: "cohort:new",
		// With one wilaya it is most likely that one.
		start: () => ({ ...blank, wilaya: only && more.length === 0 ? only : null }),
		write: (body: CohortInput, headers) => createCohort({ headers, body, throwOnError: true }),
		reads: ["training"],
		saved: t("form.saved"),
		leave: ({ id }) => navigate({ to: "/cohorts/$id", params: { id } }),
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
			<CohortForm editor={editor} submit={t("form.create")} cancel={{ to: "/my-cohorts" }} />
		</Narrow>
	);
}
