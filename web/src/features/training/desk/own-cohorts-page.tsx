import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useUser } from "@/auth/session.ts";
import { buttonClass } from "@/ui/button.tsx";
import { Plus } from "@/ui/icons.tsx";
import { PageHead } from "@/ui/page.tsx";
import type { OwnCohortsSearch } from "../search.ts";
import { CohortList } from "./cohort-list.tsx";
import { DeskTabs } from "./desk-tabs.tsx";

/** The cohorts of the institution one acts for. */
export function OwnCohortsPage() {
	const { t } = useTranslation("training");
	const institution = useUser()?.acting?.institution_id ?? "";
	const search = useSearch({ from: "/my-cohorts" });
	const navigate = useNavigate({ from: "/my-cohorts" });
	const set = (patch: Partial<OwnCohortsSearch>) =>
		void navigate({ search: (old) => ({ ...old, ...patch }), replace: true, resetScroll: false });
	return (
		<>
			<PageHead
				title={t("own.title")}
				lead={t("own.lead")}
				actions={
					<Link to="/my-cohorts/new" className={buttonClass("primary")}>
						<Plus />
						{t("own.new")}
					</Link>
				}
			/>
			<DeskTabs current="cohorts" />
			<CohortList
				whose={{ organiser_id: institution }}
				label={t("own.title")}
				none={t("own.none")}
				search={search}
				onSearch={set}
			/>
		</>
	);
}
