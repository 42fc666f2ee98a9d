import type { FormEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CourseInput } from "@/api/gen/types.gen.ts";
import { useCraftSectors } from "@/reference/use-reference.ts";
import { Actions } from "@/ui/actions.tsx";
import { Button } from "@/ui/button.tsx";
import { CodeList } from "@/ui/code-list.tsx";
import { Notice } from "@/ui/notice.tsx";
import { OrderedRows } from "@/ui/ordered-rows.tsx";
import { Card, Stack } from "@/ui/page.tsx";
import { ProblemPanel } from "@/ui/problem-panel.tsx";
import { TextInThree } from "@/ui/text-in-three.tsx";
import type { useAction } from "@/ui/use-action.ts";
import { useFaults } from "@/ui/use-faults.ts";
import { ModuleFields } from "./module-fields.tsx";
import { type CourseFault, type CourseTyped, courseFaults, newModule, toCourse } from "./values.ts";

const MOST = 40;

interface Props {
	typed: CourseTyped;
	onChange: (typed: CourseTyped) => void;
	action: ReturnType<typeof useAction>;
	submit: string;
	onSubmit: (input: CourseInput) => void;
	/** The way out without saving. */
	cancel: ReactNode;
}

/** Everything that is written of a course. What is wrong stands at its field, whoever says so. */
export function CourseForm({ typed, onChange, action, submit, onSubmit, cancel }: Props) {
	const { t } = useTranslation(["training", "common"]);
	const sectors = useCraftSectors();
	const { form, count, said, check } = useFaults<CourseFault>(action, (fault) =>
		t(`courseFault.${fault}`),
	);
	const set = (patch: Partial<CourseTyped>) => onChange({ ...typed, ...patch });
	const send = (event: FormEvent) => {
		event.preventDefault();
		if (check(courseFaults(typed))) onSubmit(toCourse(typed));
	};
	return (
		<form ref={form} onSubmit={send} noValidate>
			<Stack>
				{count > 0 && <Notice tone="bad" title={t("common:problem.fields", { count })} alert />}
				{action.failed && <ProblemPanel error={action.error} />}
				<Card title={t("courseOf.about")}>
					<TextInThree
						label={t("courseForm.name")}
						value={typed.name}
						onChange={(name) => set({ name })}
						said={said}
						at="/name"
						isRequired
						folded
					/>
					<TextInThree
						label={t("courseOf.aims")}
						value={typed.aims}
						onChange={(aims) => set({ aims })}
						said={said}
						at="/aims"
						isRequired
						multiline
						folded
					/>
					<TextInThree
						label={t("courseOf.audience")}
						value={typed.audience}
						onChange={(audience) => set({ audience })}
						said={said}
						at="/audience"
						isRequired
						multiline
						folded
					/>
					<CodeList
						label={t("courseOf.crafts")}
						empty={t(typed.crafts.length > 0 ? "form.another" : "allCrafts")}
						remove={(name) => t("form.removeCode", { name })}
						options={sectors.options}
						name={sectors.name}
						chosen={typed.crafts}
						onChange={(crafts) => set({ crafts })}
						error={said["/craft_sectors"]}
					/>
				</Card>
				<Card title={t("courseOf.modules")}>
					{said["/modules"] && <Notice tone="bad" title={said["/modules"]} />}
					<OrderedRows
						lead={t("courseForm.modulesLead")}
						add={t("courseForm.addModule")}
						rows={typed.modules}
						onChange={(modules) => set({ modules })}
						blank={() => newModule(typed.modules)}
						legend={(row, index) => row.title.ar || t("courseForm.module", { number: index + 1 })}
						most={MOST}
					>
						{(row, index, change) => (
							<ModuleFields module={row} onChange={change} said={said} at={`/modules/${index}`} />
						)}
					</OrderedRows>
				</Card>
				<Actions>
					<Button type="submit" variant="primary" isPending={action.busy}>
						{submit}
					</Button>
					{cancel}
				</Actions>
			</Stack>
		</form>
	);
}
