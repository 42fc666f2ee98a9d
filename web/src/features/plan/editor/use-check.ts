import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { calculatePlanCheck } from "@/api/gen/workshop-sdk.gen.ts";
import type { Fault } from "../shape/faults.ts";
import { type Plan, sentOf } from "../shape/plan.ts";

/** A pause in the work, in milliseconds. */
const PAUSE = 500;

/** What the server finds wrong with the plan under work, asked whenever the work pauses. */
export function useCheck(event: string, plan: Plan) {
	const [asked, setAsked] = useState(plan);
	useEffect(() => {
		const timer = setTimeout(() => setAsked(plan), PAUSE);
		return () => clearTimeout(timer);
	}, [plan]);
	return useQuery({
		queryKey: ["plan", event, "check", asked],
		queryFn: async ({ signal }): Promise<Fault[]> =>
			(await calculatePlanCheck({ body: sentOf(asked), signal, throwOnError: true })).data.problems,
		placeholderData: (before) => before,
		gcTime: 0,
		staleTime: Number.POSITIVE_INFINITY,
	});
}
