import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { TargetKind } from "@/api/gen/types.gen.ts";
import { listActivities, listCostLines, listPartners } from "@/api/gen/workshop-sdk.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { projectKey } from "../queries.ts";

interface Known {
	kind: TargetKind;
	id: string;
	label: string;
}
export interface Targets {
	all: readonly Known[];
	nameOf: (id: string) => string;
}

/** What a note can point at: activities, lines of the budget and partners of its project, by name. */
export function useTargets(id: string): Targets {
	const { t } = useTranslation("workshop");
	const { text } = useFormat();
	const read = useQuery({
		queryKey: [...projectKey(id), "targets"],
		queryFn: async ({ signal }) => {
			const call = { path: { id }, signal, throwOnError: true } as const;
			const [activities, costs, partners] = await Promise.all([
				listActivities(call),
				listCostLines(call),
				listPartners(call),
			]);
			return {
				activity: activities.data.items,
				cost_line: costs.data.items.map((one) => ({ id: one.id, name: one.label })),
				partner: partners.data.items,
			};
		},
	});
	const all = (["activity", "cost_line", "partner"] as const).flatMap((kind) =>
		(read.data?.[kind] ?? []).flatMap(({ id: one, name }): Known[] =>
			one ? [{ kind, id: one, label: t(`canvas.target.${kind}`, { name: text(name) }) }] : [],
		),
	);
	return { all, nameOf: (wanted) => all.find((one) => one.id === wanted)?.label ?? "…" };
}
