import { useTranslation } from "react-i18next";
import type { ProjectTool } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useToolName } from "@/reference/use-tool-name.ts";
import { NumberField } from "@/ui/number-field.tsx";
import { Fields } from "@/ui/page.tsx";
import { FREQUENCIES, QUESTIONS, type Question, type Typed } from "./answer.ts";
import { Choice } from "./choice.tsx";
import css from "./evaluations.module.css";

interface Props {
	typed: Typed;
	set: (patch: Partial<Typed>) => void;
	missing: ReadonlySet<string>;
}

/** How the course was, at its end. */
export function Judgement({ typed, set, missing }: Props) {
	const { t } = useTranslation("evaluations");
	const { number } = useFormat();
	const ends = (one: Question): Readonly<Record<number, string>> =>
		one === "aims"
			? { 1: t("ends.none"), 5: t("ends.all") }
			: { 1: t("ends.bad"), 5: t("ends.good") };
	return (
		<div className={css.questions}>
			{QUESTIONS.map((one) => (
				<Choice
					key={one}
					label={t(`question.${one}`)}
					options={[1, 2, 3, 4, 5].map((value) => ({
						value,
						label: number(value),
						meaning: ends(one)[value],
					}))}
					value={typed.marks[one]}
					onChange={(mark) => set({ marks: { ...typed.marks, [one]: mark } })}
					missing={missing.has(`/judgement/${one}`)}
					scale
				/>
			))}
			<Choice
				label={t("question.recommend")}
				options={[
					{ value: true, label: t("yes") },
					{ value: false, label: t("no") },
				]}
				value={typed.recommends}
				onChange={(recommends) => set({ recommends })}
				missing={missing.has("/judgement/would_recommend")}
			/>
		</div>
	);
}

interface UseProps extends Props {
	tools: readonly ProjectTool[];
	/** What the server said of each field. */
	wrong: Readonly<Record<string, string>>;
}

/** What came of the course, after six months. */
export function CourseUse({ typed, set, missing, tools, wrong }: UseProps) {
	const { t } = useTranslation(["evaluations", "common"]);
	const name = useToolName();
	const said = (pointer: string) => (missing.has(pointer) ? t("form.required") : wrong[pointer]);
	return (
		<>
			{tools.length > 0 && (
				<>
					<h3>{t("use.title")}</h3>
					<div className={css.questions}>
						{tools.map((tool, place) => (
							<Choice
								key={tool}
								label={name(tool)}
								options={FREQUENCIES.map((value) => ({ value, label: t(`frequency.${value}`) }))}
								value={typed.tools[tool]}
								onChange={(frequency) => set({ tools: { ...typed.tools, [tool]: frequency } })}
								missing={missing.has(`/course_use/tools/${place}`)}
							/>
						))}
					</div>
				</>
			)}
			<h3>{t("use.since")}</h3>
			<Fields>
				<NumberField
					label={t("use.projects")}
					hint={t("use.zero")}
					value={typed.projects}
					onChange={(projects) => set({ projects })}
					error={said("/course_use/projects_begun")}
					isRequired
				/>
				<NumberField
					label={t("use.partnerships")}
					hint={t("use.zero")}
					value={typed.partnerships}
					onChange={(partnerships) => set({ partnerships })}
					error={said("/course_use/partnerships_signed")}
					isRequired
				/>
			</Fields>
		</>
	);
}
