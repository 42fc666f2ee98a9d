import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { PageHead } from "@/ui/page.tsx";
import { Tabs } from "@/ui/tabs.tsx";
import { Activities } from "./activities.tsx";
import { Communes } from "./communes.tsx";
import { Holidays } from "./holidays.tsx";
import { Labels } from "./labels.tsx";
import { LevelRules } from "./level-rules.tsx";
import { type ReferenceSearch, TABS } from "./search.ts";
import { Wilayas } from "./wilayas.tsx";

/** Territory and crafts as versioned rows, which the ministry corrects. */
export function ReferencePage() {
	const { t } = useTranslation("reference-data");
	const search = useSearch({ from: "/reference" });
	const navigate = useNavigate({ from: "/reference" });
	const tab = search.tab ?? "wilayas";
	const set = (patch: Partial<ReferenceSearch>) =>
		void navigate({ search: (old) => ({ ...old, ...patch }), replace: true, resetScroll: false });
	return (
		<>
			<PageHead title={t("title")} lead={t("lead")} />
			<Tabs
				label={t("sections")}
				current={tab}
				tabs={TABS.map((id) => ({
					id,
					label: t(`tab.${id}`),
					link: { to: "/reference", search: { tab: id } },
				}))}
			/>
			{tab === "wilayas" && <Wilayas />}
			{tab === "communes" && <Communes search={search} onChange={set} />}
			{tab === "domains" && <Labels kind="domain" />}
			{tab === "sectors" && <Labels kind="sector" />}
			{tab === "activities" && <Activities search={search} onChange={set} />}
			{tab === "rules" && <LevelRules />}
			{tab === "holidays" && <Holidays />}
		</>
	);
}
