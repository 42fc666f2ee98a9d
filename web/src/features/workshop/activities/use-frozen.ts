import { useQuery } from "@tanstack/react-query";
import type { ProjectNetwork } from "@/api/gen/types.gen.ts";
import { getBaseline, listBaselines } from "@/api/gen/workshop-sdk.gen.ts";
import { projectKey } from "../queries.ts";
import type { Frozen } from "./timed.ts";

/** The days of the last baseline; nothing before there is one, and a baseline out of reach hides nothing. */
export function useFrozen(id: string, network: ProjectNetwork | undefined): Frozen | undefined {
	const baseline = useQuery({
		queryKey: [...projectKey(id), "baselines", "last"],
		queryFn: async ({ signal }) => {
			const { items } = (await listBaselines({ path: { id }, signal, throwOnError: true })).data;
			const number = Math.max(0, ...items.map((one) => one.number));
			if (number === 0) return null;
			return (await getBaseline({ path: { id, number }, signal, throwOnError: true })).data;
		},
	});
	if (!baseline.data || !network) return undefined;
	const codes = new Map(network.activities.map((one) => [one.id, one.code]));
	const days = baseline.data.plan.activities.flatMap(({ id: of, start, finish }) => {
		const code = codes.get(of);
		return code ? [[code, [start, finish] as const] as const] : [];
	});
	return { number: baseline.data.number, days: new Map(days) };
}
