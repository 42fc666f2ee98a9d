/** Pages of this part, each in a piece of its own. */
export const pages = {
	cohort: async () => (await import("./cohort/cohort-exams-page.tsx")).CohortExamsPage,
	exam: async () => (await import("./exam/exam-page.tsx")).ExamPage,
	attempt: async () => (await import("./attempt/attempt-page.tsx")).AttemptPage,
	questions: async () => (await import("./questions/questions-page.tsx")).QuestionsPage,
	newQuestion: async () => (await import("./questions/new-question-page.tsx")).NewQuestionPage,
	question: async () => (await import("./questions/question-page.tsx")).QuestionPage,
} as const;
