import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import { updateCommune } from "@/api/gen/sdk.gen.ts";
import type { Commune, Flag } from "@/api/gen/types.gen.ts";
import { degreesOf } from "@/i18n/format.ts";
import { useFormat } from "@/i18n/index.tsx";
import { namesOf, textOf } from "@/i18n/names.ts";
import { SubmitOrCancel } from "@/ui/actions.tsx";
import { Dialog } from "@/ui/dialog.tsx";
import { Form } from "@/ui/form.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Fields, Wide } from "@/ui/page.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { say } from "@/ui/toast.tsx";
import { useAction } from "@/ui/use-action.ts";
import { NameFields } from "./name-fields.tsx";

function FlagFields(props: {
	flag: "border" | "isolated";
	value: Flag;
	onChange: (flag: Flag) => void;
	/** A decision that says no text it rests on. */
	unfounded: boolean;
	wrong: Readonly<Record<string, string>>;
}) {
	const { t } = useTranslation(["reference-data", "common"]);
	const { flag, value, onChange, unfounded, wrong } = props;
	return (
		<>
			<NativeSelect
				label={t(flag)}
				empty={t("flag.unset")}
				options={[
					{ id: "yes", label: t("flag.yes") },
					{ id: "no", label: t("flag.no") },
				]}
				value={value.value == null ? null : value.value ? "yes" : "no"}
				onChange={(id) => onChange({ ...value, value: id === null ? null : id === "yes" })}
				error={wrong[`/${flag}/value`]}
			/>
			<TextField
				label={t(`basisOf.${flag}`)}
				dir="auto"
				value={value.basis ?? ""}
				onChange={(basis) => onChange({ ...value, basis: basis || null })}
				error={unfounded ? t("common:field.required") : wrong[`/${flag}/basis`]}
			/>
		</>
	);
}

export function CommuneEditor({ row, onClose }: { row: Commune; onClose: () => void }) {
	const { t } = useTranslation(["reference-data", "common"]);
	const { text } = useFormat();
	const queryClient = useQueryClient();
	const action = useAction();
	const [names, setNames] = useState(namesOf(row.name));
	const [aliases, setAliases] = useState(row.aliases.join("\n"));
	const [border, setBorder] = useState(row.border);
	const [isolated, setIsolated] = useState(row.isolated);
	const [source, setSource] = useState(row.name_source);
	const [latitude, setLatitude] = useState(String(row.point?.latitude ?? ""));
	const [longitude, setLongitude] = useState(String(row.point?.longitude ?? ""));
	const [unread, setUnread] = useState(false);
	const [north, east] = [degreesOf(latitude), degreesOf(longitude)];
	const isUnfounded = (now: Flag, before: Flag) =>
		now.value != null && now.value !== before.value && !now.basis?.trim();
	const isUnread = (degrees: number | null, other: number | null) =>
		degrees === null ? other !== null : Number.isNaN(degrees);
	const save = async () => {
		await updateCommune({
			path: { code: row.code },
			headers: ifMatch(row.version),
			body: {
				name: textOf(names),
				aliases: aliases
					.split("\n")
					.map((alias) => alias.trim())
					.filter(Boolean),
				border,
				isolated,
				name_source: source.trim(),
				point: north === null || east === null ? null : { latitude: north, longitude: east },
			},
			throwOnError: true,
		});
		await queryClient.invalidateQueries({ queryKey: ["reference-data"] });
		await queryClient.invalidateQueries({ queryKey: ["reference"] });
		say(t("saved"));
		onClose();
	};
	return (
		<Dialog title={t("edit", { name: text(row.name) })} isOpen onClose={onClose} wide>
			<Form
				action={action}
				onSubmit={() => {
					const wrong =
						isUnread(north, east) ||
						isUnread(east, north) ||
						isUnfounded(border, row.border) ||
						isUnfounded(isolated, row.isolated);
					setUnread(wrong);
					if (!wrong) void action.run(save);
				}}
			>
				<Fields>
					<NameFields value={names} onChange={setNames} wrong={action.wrong} />
					<TextField
						label={t("source")}
						hint={t("sourceHint")}
						dir="auto"
						value={source}
						onChange={setSource}
						error={action.wrong["/name_source"]}
						isRequired
					/>
					<FlagFields
						flag="border"
						value={border}
						onChange={setBorder}
						unfounded={unread && isUnfounded(border, row.border)}
						wrong={action.wrong}
					/>
					<FlagFields
						flag="isolated"
						value={isolated}
						onChange={setIsolated}
						unfounded={unread && isUnfounded(isolated, row.isolated)}
						wrong={action.wrong}
					/>
					{(
						[
							["latitude", latitude, setLatitude, isUnread(north, east)],
							["longitude", longitude, setLongitude, isUnread(east, north)],
						] as const
					).map(([key, value, set, wrong]) => (
						<TextField
							key={key}
							label={t(key)}
							hint={t("degreesHint")}
							dir="ltr"
							inputMode="decimal"
							autoComplete="off"
							value={value}
							onChange={set}
							error={unread && wrong ? t("degrees") : action.wrong[`/point/${key}`]}
						/>
					))}
					<Wide>
						<TextField
							label={t("aliases")}
							hint={t("aliasesHint")}
							dir="auto"
							multiline
							value={aliases}
							onChange={setAliases}
							error={action.wrong["/aliases"]}
						/>
					</Wide>
				</Fields>
				<SubmitOrCancel isPending={action.busy} onCancel={onClose}>
					{t("common:action.save")}
				</SubmitOrCancel>
			</Form>
		</Dialog>
	);
}
