import { useTranslation } from "react-i18next";
import type { CourseInput } from "@/api/gen/types.gen.ts";
import { useCraftSectors } from "@/reference/use-reference.ts";
import { CodeList } from "@/ui/code-list.tsx";
import { EditorForm, type EditorProps } from "@/ui/editor-form.tsx";
import { Notice } from "@/ui/notice.tsx";
import { OrderedRows } from "@/ui/ordered-rows.tsx";
import { Card } from "@/ui/page.tsx";
import { TextInThree } from "@/ui/text-in-three.tsx";
import { ModuleFields } from "./module-fields.tsx";
import { type CourseTyped, courseFaults, newModule, toCourse } from "./values.ts";

const MOST = 40;

interface Props extends EditorProps<CourseTyped, CourseInput> {
	/** The course, once it was saved. */
	course?: string;
}

/** Everything that is written of a course. */
export function CourseForm({ course, ...props }: Props) {
	const { t } = useTranslation("training");
	const sectors = useCraftSectors();
	return (
		<EditorForm
			{...props}
			faultsOf={courseFaults}
			words={(fault) => t(`courseFault.${fault}`)}
			toInput={toCourse}
		>
			{({ typed, said, onChange }) => (
				<>
					<Card title={t("courseOf.about")}>
						<TextInThree
							label={t("courseForm.name")}
							value={typed.name}
							onChange={(name) => onChange({ name })}
							said={said}
							at="/name"
							isRequired
							folded
						/>
						<TextInThree
							label={t("courseOf.aims")}
							value={typed.aims}
							onChange={(aims) => onChange({ aims })}
							said={said}
							at="/aims"
							isRequired
							multiline
							folded
						/>
						<TextInThree
							label={t("courseOf.audience")}
							value={typed.audience}
							onChange={(audience) => onChange({ audience })}
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
							onChange={(crafts) => onChange({ crafts })}
							error={said["/craft_sectors"]}
						/>
					</Card>
					<Card title={t("courseOf.modules")}>
						{said["/modules"] && <Notice tone="bad" title={said["/modules"]} />}
						<OrderedRows
							lead={t("courseForm.modulesLead")}
							add={t("courseForm.addModule")}
							rows={typed.modules}
							onChange={(modules) => onChange({ modules })}
							blank={() => newModule(typed.modules)}
							legend={(row, index) => row.title.ar || t("courseForm.module", { number: index + 1 })}
							most={MOST}
						>
							{(row, index, change) => (
								<ModuleFields
									course={course}
									module={row}
									onChange={change}
									said={said}
									at={`/modules/${index}`}
								/>
							)}
						</OrderedRows>
					</Card>
				</>
			)}
		</EditorForm>
	);
}
