import { queryOptions } from "@tanstack/react-query";
import {
	getCohortEvaluation,
	getEnrolmentEvaluations,
	viewEvaluationLink,
} from "@/api/gen/workshop-sdk.gen.ts";

export const linkQuery = (token: string) =>
	queryOptions({
		queryKey: ["evaluations", "link", token],
		queryFn: async ({ signal }) =>
			(await viewEvaluationLink({ path: { token }, signal, throwOnError: true })).data,
		enabled: token !== "",
	});

export const enrolmentQuery = (id: string) =>
	queryOptions({
		queryKey: ["evaluations", "enrolment", id],
		queryFn: async ({ signal }) =>
			(await getEnrolmentEvaluations({ path: { id }, signal, throwOnError: true })).data,
	});

export const resultsQuery = (id: string) =>
	queryOptions({
		queryKey: ["evaluations", "cohort", id],
		queryFn: async ({ signal }) =>
			(await getCohortEvaluation({ path: { id }, signal, throwOnError: true })).data,
	});
