import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ifMatch } from "@/api/client.ts";
import { updateCommune } from "@/api/gen/sdk.gen.ts";
import type { Commune, Flag } from "@/api/gen/types.gen.ts";
import { degreesOf } from "@/i18n/format.ts";
import { useFormat } from "@/i18n/index.tsx";
import { namesOf, textOf } from "@/i18n/names.ts";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Fields, Wide } from "@/ui/page.tsx";
import { TextField } from "@/ui/text-field.tsx";
import { NameFields } from "./name-fields.tsx";
import { RowDialog, SourceField } from "./row-dialog.tsx";

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
	const write = async () => {
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
	};
	const check = () => {
		const wrong =
			isUnread(north, east) ||
			isUnread(east, north) ||
			isUnfounded(border, row.border) ||
			isUnfounded(isolated, row.isolated);
		setUnread(wrong);
		return !wrong;
	};
	return (
		<RowDialog
			title={t("edit", { name: text(row.name) })}
			onClose={onClose}
			check={check}
			write={write}
			wide
		>
			{(said) => (
				<Fields>
					<NameFields value={names} onChange={setNames} wrong={said} />
					<SourceField value={source} onChange={setSource} error={said["/name_source"]} />
					<FlagFields
						flag="border"
						value={border}
						onChange={setBorder}
						unfounded={unread && isUnfounded(border, row.border)}
						wrong={said}
					/>
					<FlagFields
						flag="isolated"
						value={isolated}
						onChange={setIsolated}
						unfounded={unread && isUnfounded(isolated, row.isolated)}
						wrong={said}
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
							error={unread && wrong ? t("degrees") : said[`/point/${key}`]}
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
							error={said["/aliases"]}
						/>
					</Wide>
				</Fields>
			)}
		</RowDialog>
	);
}
