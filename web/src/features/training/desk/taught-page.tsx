import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { PageHead } from "@/ui/page.tsx";
import type { OwnCohortsSearch } from "../search.ts";
import { CohortList } from "./cohort-list.tsx";

/** The cohorts a trainer teaches. */
export function TaughtPage() {
	const { t } = useTranslation("training");
	const search = useSearch({ from: "/my-teaching" });
	const navigate = useNavigate({ from: "/my-teaching" });
	const set = (patch: Partial<OwnCohortsSearch>) =>
		void navigate({ search: (old) => ({ ...old, ...patch }), replace: true, resetScroll: false });
	return (
		<>
			<PageHead title={t("taught.title")} lead={t("taught.lead")} />
			<CohortList
				whose={{ taught_by_me: true }}
				label={t("taught.title")}
				none={t("taught.none")}
				search={search}
				onSearch={set}
			/>
		</>
	);
}
