import { useTranslation } from "react-i18next";
import { useCraftSectors, useWilayas } from "@/reference/use-reference.ts";
import { Button } from "@/ui/button.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { SearchBox } from "@/ui/search-box.tsx";
import css from "./events.module.css";
import { isFiltered, NO_FILTER } from "./filter.ts";
import { PeriodFields } from "./period-fields.tsx";
import { type EventsSearch, KINDS, SCALES } from "./search.ts";

interface Props {
	search: EventsSearch;
	onChange: (patch: Partial<EventsSearch>) => void;
}

export function Filters({ search, onChange }: Props) {
	const { t } = useTranslation(["events", "common"]);
	const wilayas = useWilayas();
	const sectors = useCraftSectors();
	const byMonth = search.view === "month";
	const fine = search.scale !== undefined || search.craft_sector !== undefined;
	return (
		<search className={css.filters}>
			<SearchBox
				label={t("search")}
				value={search.q ?? ""}
				onSearch={(q) => onChange({ q: q || undefined })}
			/>
			<NativeSelect
				label={t("kindLabel")}
				empty={t("all")}
				options={KINDS.map((id) => ({ id, label: t(`kind.${id}`) }))}
				value={search.kind}
				onChange={(id) => onChange({ kind: KINDS.find((kind) => kind === id) })}
			/>
			<NativeSelect
				label={t("common:field.wilaya")}
				empty={t("allWilayas")}
				options={wilayas.options}
				value={search.wilaya}
				onChange={(wilaya) => onChange({ wilaya: wilaya ?? undefined })}
			/>
			<Button isDisabled={!isFiltered(search)} onPress={() => onChange(NO_FILTER)}>
				{t("common:action.clear")}
			</Button>
			<div className={css.call}>
				<Checkbox
					isSelected={search.call === "open"}
					onChange={(open) => onChange({ call: open ? "open" : undefined })}
				>
					{t("openCall")}
				</Checkbox>
			</div>
			<details className={css.more} open={fine || (!byMonth && !!search.when) || undefined}>
				<summary>{t("more")}</summary>
				<div className={css.fine}>
					<NativeSelect
						label={t("scaleLabel")}
						empty={t("all")}
						options={SCALES.map((id) => ({ id, label: t(`scale.${id}`) }))}
						value={search.scale}
						onChange={(id) => onChange({ scale: SCALES.find((scale) => scale === id) })}
					/>
					<NativeSelect
						label={t("common:field.craftSector")}
						empty={t("allSectors")}
						options={sectors.options}
						value={search.craft_sector}
						onChange={(sector) => onChange({ craft_sector: sector ?? undefined })}
					/>
					{!byMonth && <PeriodFields search={search} onChange={onChange} />}
				</div>
			</details>
		</search>
	);
}
