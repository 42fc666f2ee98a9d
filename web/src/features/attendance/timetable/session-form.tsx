import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Cohort, CourseModule, CourseSessionInput } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import { Form } from "@/ui/form.tsx";
import { MomentField } from "@/ui/moment-field.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { TextInThree } from "@/ui/text-in-three.tsx";
import type { useAction } from "@/ui/use-action.ts";
import { DayOff } from "./day-off.tsx";
import css from "./timetable.module.css";
import { type Fault, faultsOf, type SessionTyped, toInput } from "./values.ts";

interface Props {
	cohort: Cohort;
	modules: readonly CourseModule[];
	typed: SessionTyped;
	onChange: (patch: Partial<SessionTyped>) => void;
	action: ReturnType<typeof useAction>;
	onSubmit: (input: CourseSessionInput) => void;
	onCancel: () => void;
}

/** Everything that is written of a session. */
export function SessionForm(props: Props) {
	const { cohort, modules, typed, onChange, action, onSubmit, onCancel } = props;
	const { t } = useTranslation(["attendance", "common"]);
	const { text } = useFormat();
	const [faults, setFaults] = useState<Record<string, Fault>>({});
	const said: Record<string, string | undefined> = { ...action.wrong };
	for (const [pointer, fault] of Object.entries(faults)) said[pointer] = t(`fault.${fault}`);
	const submit = () => {
		action.clear();
		const found = faultsOf(typed);
		setFaults(found);
		const input = toInput(typed);
		if (Object.keys(found).length === 0 && input) onSubmit(input);
	};
	return (
		<Form action={action} onSubmit={submit}>
			<div>
				<MomentField
					label={t("edit.day")}
					timeLabel={t("edit.from")}
					day={typed.day}
					time={typed.from}
					onDay={(day) => onChange({ day })}
					onTime={(from) => onChange({ from })}
					said={said}
					at="/starts_at"
				/>
				<DayOff day={typed.day} />
			</div>
			<TextField
				label={t("edit.until")}
				dir="ltr"
				autoComplete="off"
				value={typed.until}
				onChange={(until) => onChange({ until })}
				error={said["/ends_at"]}
				isRequired
			/>
			<NativeSelect
				label={t("edit.module")}
				empty={t("edit.noModule")}
				options={modules.map(({ code, title }) => ({ id: code, label: text(title) }))}
				value={typed.module}
				onChange={(module) => onChange({ module })}
				error={said["/module"]}
			/>
			<TextInThree
				label={t("edit.title")}
				value={typed.title}
				onChange={(title) => onChange({ title })}
				said={said}
				at="/title"
				isRequired={!typed.module}
				folded
			/>
			{cohort.trainers.length > 0 && (
				<fieldset className={css.choices}>
					<legend>{t("edit.trainers")}</legend>
					{cohort.trainers.map(({ person_id: id, name }) => (
						<Checkbox
							key={id}
							isSelected={typed.trainers.includes(id)}
							onChange={(selected) =>
								onChange({
									trainers: selected
										? [...typed.trainers, id]
										: typed.trainers.filter((one) => one !== id),
								})
							}
						>
							<bdi>{name}</bdi>
						</Checkbox>
					))}
				</fieldset>
			)}
			{cohort.place && (
				<TextInThree
					label={t("edit.room")}
					value={typed.room}
					onChange={(room) => onChange({ room })}
					said={said}
					at="/room"
					folded
				/>
			)}
			<TextField
				label={t("edit.url")}
				note={t("common:state.optional")}
				dir="ltr"
				type="url"
				autoComplete="off"
				value={typed.url}
				onChange={(url) => onChange({ url })}
				error={said["/online_url"]}
			/>
			<TextInThree
				label={t("edit.note")}
				value={typed.note}
				onChange={(note) => onChange({ note })}
				said={said}
				at="/note"
				multiline
				folded
			/>
			<SubmitOrCancel isPending={action.busy} onCancel={onCancel}>
				{t("common:action.save")}
			</SubmitOrCancel>
		</Form>
	);
}
