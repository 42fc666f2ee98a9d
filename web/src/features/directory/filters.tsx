import { useTranslation } from "react-i18next";
import {
	useCommunes,
	useCraftDomains,
	useCraftSectors,
	useWilayas,
} from "@/reference/use-reference.ts";
import { Button } from "@/ui/button.tsx";
import { Checkbox } from "@/ui/checkbox.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { SearchBox } from "@/ui/search-box.tsx";
import css from "./directory.module.css";
import { type DirectorySearch, isFiltered, isFine, KINDS, LEVELS, TRAITS } from "./search.ts";

const NONE: DirectorySearch = {
	q: undefined,
	wilaya: undefined,
	commune: undefined,
	craft_domain: undefined,
	craft_sector: undefined,
	level: undefined,
	kind: undefined,
	women_led: undefined,
	youth_led: undefined,
	border: undefined,
	isolated: undefined,
};

interface Props {
	search: DirectorySearch;
	onChange: (patch: Partial<DirectorySearch>) => void;
}

export function Filters({ search, onChange }: Props) {
	const { t } = useTranslation(["directory", "common"]);
	const wilayas = useWilayas();
	const communes = useCommunes(search.wilaya ?? "");
	const domains = useCraftDomains();
	const sectors = useCraftSectors();
	return (
		<search className={css.filters}>
			<SearchBox
				label={t("search")}
				value={search.q ?? ""}
				onSearch={(q) => onChange({ q: q || undefined })}
			/>
			<NativeSelect
				label={t("common:field.wilaya")}
				empty={t("allWilayas")}
				options={wilayas.options}
				value={search.wilaya}
				onChange={(wilaya) => onChange({ wilaya: wilaya ?? undefined, commune: undefined })}
			/>
			<NativeSelect
				label={t("common:field.craftSector")}
				empty={t("allSectors")}
				options={sectors.options}
				value={search.craft_sector}
				onChange={(sector) => onChange({ craft_sector: sector ?? undefined })}
			/>
			<Button isDisabled={!isFiltered(search)} onPress={() => onChange(NONE)}>
				{t("common:action.clear")}
			</Button>
			<details className={css.more} open={isFine(search) || undefined}>
				<summary>{t("more")}</summary>
				<div className={css.fine}>
					<NativeSelect
						label={t("common:field.commune")}
						empty={t(search.wilaya ? "allCommunes" : "wilayaFirst")}
						options={communes.options}
						value={search.commune}
						onChange={(commune) => onChange({ commune: commune ?? undefined })}
						isDisabled={!search.wilaya}
					/>
					<NativeSelect
						label={t("domain")}
						empty={t("all")}
						options={domains.options}
						value={search.craft_domain}
						onChange={(domain) => onChange({ craft_domain: domain ?? undefined })}
					/>
					<NativeSelect
						label={t("level")}
						empty={t("all")}
						options={LEVELS.map((id) => ({ id, label: t(`common:level.${id}`) }))}
						value={search.level}
						onChange={(id) => onChange({ level: LEVELS.find((level) => level === id) })}
					/>
					<NativeSelect
						label={t("kind")}
						empty={t("all")}
						options={KINDS.map((id) => ({ id, label: t(`common:kind.${id}`) }))}
						value={search.kind}
						onChange={(id) => onChange({ kind: KINDS.find((kind) => kind === id) })}
					/>
					<fieldset className={css.checks}>
						<legend className="visually-hidden">{t("column.traits")}</legend>
						{TRAITS.map((trait) => (
							<Checkbox
								key={trait}
								isSelected={search[trait] ?? false}
								onChange={(on) => onChange({ [trait]: on || undefined })}
							>
								{t(`common:trait.${trait}`)}
							</Checkbox>
						))}
					</fieldset>
				</div>
			</details>
		</search>
	);
}
