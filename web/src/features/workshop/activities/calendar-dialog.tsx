import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import type { ProjectNetwork } from "@/api/gen/types.gen.ts";
import { setProjectCalendar } from "@/api/gen/workshop-sdk.gen.ts";
import type { Tagged } from "@/api/tagged.ts";
import { Button } from "@/ui/button.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import { Plus, Trash } from "@/ui/icons.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Row } from "@/ui/page.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { SavingDialog, useSaving } from "../use-saving.tsx";
import { CalendarFields, isReadable } from "./calendar-fields.tsx";
import { fromCalendar, toCalendar } from "./working-time.ts";

interface Props {
	network: Tagged<ProjectNetwork>;
	onClose: () => void;
}

/** When people work: the calendar of the project, and others for single activities. */
export function CalendarDialog({ network, onClose }: Props) {
	const { t } = useTranslation(["workshop", "common"]);
	const { project_id: id, version, working_time: before } = network.data;
	const [publicDays, setPublicDays] = useState(before.public_holidays ?? true);
	const [calendars, setCalendars] = useState(() => [
		fromCalendar("", before.calendar ?? {}),
		...Object.entries(before.calendars ?? {}).map(([name, one]) => fromCalendar(name, one)),
	]);
	const [chosen, setChosen] = useState(calendars[0]?.key);
	const [checked, setChecked] = useState(false);
	const current = calendars.find(({ key }) => key === chosen) ?? calendars[0];
	const [own, ...others] = calendars;
	const names = others.map(({ name }) => name.trim());
	const badName = (name: string) =>
		name.trim() === "" || names.filter((one) => one === name.trim()).length > 1;
	const saving = useSaving(
		id,
		(from) =>
			setProjectCalendar({
				path: { id },
				body: {
					...(own ? { calendar: toCalendar(own) } : {}),
					calendars: Object.fromEntries(others.map((one) => [one.name.trim(), toCalendar(one)])),
					public_holidays: publicDays,
				},
				headers: ifMatch(from),
				throwOnError: true,
			}),
		onClose,
	);
	const { save, action } = saving;
	const saidOnHours = Object.entries(action.wrong).find(([pointer]) =>
		/^\/calendar(?:\/hours.*)?$/.test(pointer),
	)?.[1];
	const submit = () => {
		setChecked(true);
		const wrong = calendars.find((one) => !isReadable(one) || (one !== own && badName(one.name)));
		if (wrong) setChosen(wrong.key);
		else save(version);
	};
	const set = (patch: Partial<(typeof calendars)[number]>) =>
		setCalendars(calendars.map((one) => (one === current ? { ...one, ...patch } : one)));
	const add = () => {
		const fresh = fromCalendar("", {});
		setCalendars([...calendars, fresh]);
		setChosen(fresh.key);
	};
	return (
		<SavingDialog saving={saving} title={t("calendar.edit")} onSubmit={submit} wide>
			<Checkbox isSelected={publicDays} onChange={setPublicDays} hint={t("calendar.publicHint")}>
				{t("calendar.public")}
			</Checkbox>
			<NativeSelect
				label={t("calendar.which")}
				hint={t("calendar.whichHint")}
				options={calendars.map((one) => ({
					id: one.key,
					label: one === own ? t("calendar.project") : one.name || t("calendar.fresh"),
				}))}
				value={current?.key}
				onChange={(key) => setChosen(key ?? chosen)}
			/>
			<Row>
				<Button small onPress={add}>
					<Plus size={16} />
					{t("calendar.addOne")}
				</Button>
				{current && current !== own && (
					<Button
						small
						variant="quiet"
						onPress={() => setCalendars(calendars.filter((one) => one !== current))}
					>
						<Trash size={16} />
						{t("calendar.removeOne")}
					</Button>
				)}
			</Row>
			{current && current !== own && (
				<TextField
					label={t("calendar.called")}
					dir="auto"
					value={current.name}
					onChange={(name) => set({ name })}
					error={checked && badName(current.name) ? t("calendar.badName") : undefined}
					isRequired
				/>
			)}
			{current && (
				<CalendarFields
					key={current.key}
					typed={current}
					checked={checked}
					said={current === own ? saidOnHours : undefined}
					onChange={set}
				/>
			)}
		</SavingDialog>
	);
}
