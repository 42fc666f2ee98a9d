import { useTranslation } from "react-i18next";
import { MaterialKind } from "@/api/gen/types.gen.ts";
import { useToolName } from "@/reference/use-tool-name.ts";
import { NativeSelect } from "@/ui/native-select.tsx";
import { NumberField } from "@/ui/number-field.tsx";
import { OrderedRows } from "@/ui/ordered-rows.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { TextInThree } from "@/ui/text-in-three.tsx";
import css from "../form/form.module.css";
import { TOOLS } from "../search.ts";
import { MaterialFile } from "./material-file.tsx";
import { type ModuleTyped, newMaterial } from "./values.ts";

const MOST = 30;

interface Props {
	/** The course, once it was saved: files are sent to it. */
	course: string | undefined;
	module: ModuleTyped;
	onChange: (patch: Partial<ModuleTyped>) => void;
	said: Readonly<Record<string, string | undefined>>;
	at: string;
}

/** What is written of one module. */
export function ModuleFields({ course, module, onChange, said, at }: Props) {
	const { t } = useTranslation(["training", "common"]);
	const tool = useToolName();
	return (
		<>
			<TextInThree
				label={t("courseForm.moduleTitle")}
				value={module.title}
				onChange={(title) => onChange({ title })}
				said={said}
				at={`${at}/title`}
				isRequired
				folded
			/>
			<div className={css.pair}>
				<NumberField
					label={t("courseForm.minutes")}
					hint={t("courseForm.minutesHint")}
					value={module.minutes}
					onChange={(minutes) => onChange({ minutes })}
					error={said[`${at}/minutes`]}
					isRequired
				/>
				<TextField
					label={t("form.code")}
					hint={t("courseForm.codeHint")}
					dir="ltr"
					autoComplete="off"
					value={module.code}
					onChange={(code) => onChange({ code })}
					error={said[`${at}/code`]}
					isRequired
				/>
			</div>
			<TextInThree
				label={t("courseForm.moduleAims")}
				value={module.aims}
				onChange={(aims) => onChange({ aims })}
				said={said}
				at={`${at}/aims`}
				multiline
				folded
			/>
			<TextInThree
				label={t("module.assignment")}
				value={module.assignment}
				onChange={(assignment) => onChange({ assignment })}
				said={said}
				at={`${at}/assignment`}
				multiline
				folded
			/>
			<NativeSelect
				label={t("tools")}
				note={t("common:state.optional")}
				hint={t("courseForm.toolHint")}
				empty={t("courseForm.noTool")}
				options={TOOLS.map((id) => ({ id, label: tool(id) }))}
				value={module.tool}
				onChange={(id) => onChange({ tool: TOOLS.find((one) => one === id) ?? null })}
				error={said[`${at}/tool`]}
			/>
			<OrderedRows
				lead={t("courseForm.materialsLead")}
				add={t("courseForm.addMaterial")}
				rows={module.materials}
				onChange={(materials) => onChange({ materials })}
				blank={() => newMaterial}
				legend={(row, index) => row.title.ar || t("courseForm.material", { number: index + 1 })}
				most={MOST}
			>
				{(row, index, set) => (
					<>
						<TextInThree
							label={t("courseForm.materialTitle")}
							value={row.title}
							onChange={(title) => set({ title })}
							said={said}
							at={`${at}/materials/${index}/title`}
							isRequired
							folded
						/>
						<div className={css.pair}>
							<NativeSelect
								label={t("courseForm.materialKind")}
								options={Object.values(MaterialKind).map((id) => ({
									id,
									label: t(`material.${id}`),
								}))}
								value={row.kind}
								onChange={(id) => {
									const kind = Object.values(MaterialKind).find((one) => one === id) ?? "link";
									// An address is none of a file, and the other way round.
									set((kind === "file") === (row.kind === "file") ? { kind } : { kind, url: "" });
								}}
								isRequired
							/>
							{row.kind === "file" ? (
								<MaterialFile
									course={course}
									url={row.url}
									onUrl={(url) => set({ url })}
									error={said[`${at}/materials/${index}/url`]}
								/>
							) : (
								<TextField
									label={t("courseForm.url")}
									dir="ltr"
									type="url"
									autoComplete="off"
									placeholder="https://"
									value={row.url}
									onChange={(url) => set({ url })}
									error={said[`${at}/materials/${index}/url`]}
									isRequired
								/>
							)}
						</div>
					</>
				)}
			</OrderedRows>
		</>
	);
}
