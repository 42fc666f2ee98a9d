import type { Course, CourseInput, MaterialKind, ProjectTool } from "@/api/gen/types.gen.ts";
import { type Names, namesOf, noNames, textOf } from "@/i18n/names.ts";
import { freeCode } from "@/ui/row-list.ts";

export interface MaterialTyped {
	title: Names;
	kind: MaterialKind;
	url: string;
}

export interface ModuleTyped {
	code: string;
	title: Names;
	aims: Names;
	minutes: number | null;
	tool: ProjectTool | null;
	assignment: Names;
	materials: MaterialTyped[];
}

/** A course as it is typed: nothing is lost for being unfinished. */
export interface CourseTyped {
	name: Names;
	aims: Names;
	audience: Names;
	crafts: string[];
	modules: ModuleTyped[];
}

export const newModule = (rows: readonly { code: string }[]): ModuleTyped => ({
	code: freeCode("module", rows),
	title: noNames,
	aims: noNames,
	minutes: null,
	tool: null,
	assignment: noNames,
	materials: [],
});

export const newMaterial: MaterialTyped = { title: noNames, kind: "link", url: "" };

export const blankCourse: CourseTyped = {
	name: noNames,
	aims: noNames,
	audience: noNames,
	crafts: [],
	modules: [newModule([])],
};

const orNone = (text: Parameters<typeof namesOf>[0] | null | undefined) =>
	text ? namesOf(text) : noNames;
const textOrNull = (names: Names) => (names.ar.trim() ? textOf(names) : null);

export const fromCourse = (course: Course): CourseTyped => ({
	name: namesOf(course.name),
	aims: namesOf(course.aims),
	audience: namesOf(course.audience),
	crafts: course.craft_sectors ?? [],
	modules: course.modules.map((one) => ({
		code: one.code,
		title: namesOf(one.title),
		aims: orNone(one.aims),
		minutes: one.minutes,
		tool: one.tool ?? null,
		assignment: orNone(one.assignment),
		materials: (one.materials ?? []).map(({ title, kind, url }) => ({
			title: namesOf(title),
			kind,
			url,
		})),
	})),
});

export type CourseFault =
	| "required"
	| "code"
	| "repeated"
	| "minutes"
	| "modules"
	| "tool"
	| "url"
	| "file";

const CODE = /^[a-z0-9_-]{1,40}$/;
const URL_SHAPE = /^https:\/\/[^\s/]+\.\S+$/;
const SHORTEST = 15;
const LONGEST = 60_000;

/** What can be said before the server is asked, by pointer into what would be sent. */
export function courseFaults(typed: CourseTyped): Record<string, CourseFault> {
	const faults: Record<string, CourseFault> = {};
	const name = (pointer: string, names: Names) => {
		if (!names.ar.trim()) faults[`${pointer}/ar`] = "required";
	};
	/** A text that is not asked for is in Arabic too, once it is in another language. */
	const whole = (pointer: string, names: Names) => {
		if (names.fr.trim() || names.en.trim()) name(pointer, names);
	};
	name("/name", typed.name);
	name("/aims", typed.aims);
	name("/audience", typed.audience);
	if (typed.modules.length === 0) faults["/modules"] = "modules";
	typed.modules.forEach((module, index) => {
		const at = `/modules/${index}`;
		const code = module.code.trim();
		name(`${at}/title`, module.title);
		whole(`${at}/aims`, module.aims);
		whole(`${at}/assignment`, module.assignment);
		if (!CODE.test(code)) faults[`${at}/code`] = "code";
		else if (typed.modules.findIndex((one) => one.code.trim() === code) < index)
			faults[`${at}/code`] = "repeated";
		if (module.minutes === null) faults[`${at}/minutes`] = "required";
		else if (module.minutes < SHORTEST || module.minutes > LONGEST)
			faults[`${at}/minutes`] = "minutes";
		if (module.assignment.ar.trim() && !module.tool) faults[`${at}/tool`] = "tool";
		module.materials.forEach((one, place) => {
			name(`${at}/materials/${place}/title`, one.title);
			const pointer = `${at}/materials/${place}/url`;
			if (one.kind === "file" && !one.url) faults[pointer] = "file";
			if (one.kind !== "file" && !URL_SHAPE.test(one.url.trim())) faults[pointer] = "url";
		});
	});
	return faults;
}

export const toCourse = (typed: CourseTyped): CourseInput => ({
	name: textOf(typed.name),
	aims: textOf(typed.aims),
	audience: textOf(typed.audience),
	craft_sectors: typed.crafts,
	modules: typed.modules.map((one) => ({
		code: one.code.trim(),
		title: textOf(one.title),
		aims: textOrNull(one.aims),
		minutes: one.minutes ?? 0,
		tool: one.tool,
		assignment: textOrNull(one.assignment),
		materials: one.materials.map(({ title, kind, url }) => ({
			title: textOf(title),
			kind,
			url: url.trim(),
		})),
	})),
});
