import { queryOptions } from "@tanstack/react-query";
import { listCourseFiles } from "@/api/gen/workshop-sdk.gen.ts";

/** The files sent to a course, for those who write it. */
export const filesQuery = (course: string) =>
	queryOptions({
		queryKey: ["training", "course-files", course],
		queryFn: async ({ signal }) =>
			(await listCourseFiles({ path: { id: course }, signal, throwOnError: true })).data.items,
	});
