/** Pages of training, each in a piece of its own; named here and not in the router, as those of the workshop. */
export const pages = {
	courses: async () => (await import("./courses-page.tsx")).CoursesPage,
	course: async () => (await import("./course-page.tsx")).CoursePage,
	cohorts: async () => (await import("./cohorts-page.tsx")).CohortsPage,
	cohort: async () => (await import("./cohort-page.tsx")).CohortPage,
	own: async () => (await import("./desk/own-cohorts-page.tsx")).OwnCohortsPage,
	taught: async () => (await import("./desk/taught-page.tsx")).TaughtPage,
	newCohort: async () => (await import("./desk/new-cohort-page.tsx")).NewCohortPage,
	editCohort: async () => (await import("./desk/edit-cohort-page.tsx")).EditCohortPage,
	participants: async () => (await import("./participants/participants-page.tsx")).ParticipantsPage,
	ours: async () => (await import("./association/own-training-page.tsx")).OwnTrainingPage,
	ownCourses: async () => (await import("./courses/own-courses-page.tsx")).OwnCoursesPage,
	newCourse: async () => (await import("./courses/new-course-page.tsx")).NewCoursePage,
	editCourse: async () => (await import("./courses/edit-course-page.tsx")).EditCoursePage,
	trainers: async () => (await import("./trainers/trainers-page.tsx")).TrainersPage,
	trainer: async () => (await import("./trainers/trainer-page.tsx")).TrainerPage,
} as const;
