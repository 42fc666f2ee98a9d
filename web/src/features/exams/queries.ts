import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { everyPage } from "@/api/every-page.ts";
import type { BankQuestionSummary, ListQuestionsData } from "@/api/gen/types.gen.ts";
import {
	getCourse,
	getExam,
	getExamAttempt,
	getExamStatistics,
	getQuestion,
	listCourses,
	listExamAttempts,
	listExams,
	listQuestions,
} from "@/api/gen/workshop-sdk.gen.ts";
import { tagged } from "@/api/tagged.ts";
import type { QuestionsSearch } from "./search.ts";

export const KEY = ["exams"];
export const PER_PAGE = 25;
/** Rows the server gives at once at most. */
const MOST = 200;

export const examsQuery = (cohort: string) =>
	queryOptions({
		queryKey: [...KEY, "of", cohort],
		queryFn: async ({ signal }) =>
			(await listExams({ path: { id: cohort }, signal, throwOnError: true })).data.items,
		staleTime: 0,
	});

export const examQuery = (id: string) =>
	queryOptions({
		queryKey: [...KEY, "one", id],
		queryFn: async ({ signal }) =>
			(await getExam({ path: { id }, signal, throwOnError: true })).data,
		staleTime: 0,
	});

export const attemptsQuery = (exam: string) =>
	queryOptions({
		queryKey: [...KEY, "attempts", exam],
		queryFn: async ({ signal }) =>
			(await listExamAttempts({ path: { id: exam }, signal, throwOnError: true })).data.items,
		staleTime: 0,
	});

export const attemptQuery = (id: string) =>
	queryOptions({
		queryKey: [...KEY, "attempt", id],
		queryFn: async ({ signal }) =>
			(await getExamAttempt({ path: { id }, signal, throwOnError: true })).data,
		staleTime: 0,
	});

export const statisticsQuery = (exam: string) =>
	queryOptions({
		queryKey: [...KEY, "statistics", exam],
		queryFn: async ({ signal }) =>
			(await getExamStatistics({ path: { id: exam }, signal, throwOnError: true })).data,
		staleTime: 0,
	});

export const BANK = ["questions"];

export const questionsQuery = (search: QuestionsSearch, cursor: string | undefined) => {
	const query = {
		...(search.q ? { q: search.q } : {}),
		...(search.course ? { course_id: search.course } : {}),
		...(search.module ? { module: search.module } : {}),
		...(search.kind ? { kind: [search.kind] } : {}),
		...(search.status ? { status: search.status } : {}),
	};
	return queryOptions({
		queryKey: [...BANK, "list", query, cursor],
		queryFn: async ({ signal }) =>
			(
				await listQuestions({
					query: { ...query, limit: PER_PAGE, ...(cursor ? { cursor } : {}) },
					signal,
					throwOnError: true,
				})
			).data,
		placeholderData: keepPreviousData,
		staleTime: 0,
	});
};

/** All questions that fit, page after page. */
export const allQuestions = (
	query: NonNullable<ListQuestionsData["query"]>,
	signal?: AbortSignal,
): Promise<BankQuestionSummary[]> =>
	everyPage((page) =>
		listQuestions({
			query: { ...query, ...page },
			...(signal ? { signal } : {}),
			throwOnError: true,
		}),
	);

/** The questions of a course as the bank has them now, by their names; those put away too. */
export const courseQuestionsQuery = (course: string) =>
	queryOptions({
		queryKey: [...BANK, "of", course],
		queryFn: async ({ signal }) => {
			const [active, archived] = await Promise.all([
				allQuestions({ course_id: course }, signal),
				allQuestions({ course_id: course, status: "archived" }, signal),
			]);
			return new Map([...active, ...archived].map((one) => [one.id, one]));
		},
		staleTime: 0,
	});

export const questionQuery = (id: string) =>
	queryOptions({
		queryKey: [...BANK, "one", id],
		queryFn: ({ signal }) => tagged(getQuestion({ path: { id }, signal, throwOnError: true })),
		staleTime: 0,
	});

/** Names of all courses that are taught, to choose one. */
export const coursesQuery = queryOptions({
	queryKey: ["training", "courses", "taught"],
	queryFn: async ({ signal }) =>
		(
			await listCourses({
				query: { status: ["published"], limit: MOST },
				signal,
				throwOnError: true,
			})
		).data.items,
});

/** The modules of a course, to choose one. */
export const modulesQuery = (course: string | null | undefined) =>
	queryOptions({
		queryKey: [...BANK, "modules", course],
		queryFn: async ({ signal }) =>
			(await getCourse({ path: { id: course ?? "" }, signal, throwOnError: true })).data.modules,
		enabled: !!course,
	});
