import { useTranslation } from "react-i18next";
import { useUser } from "@/auth/session.ts";
import { useCraftSectors } from "@/reference/use-reference.ts";
import { Checkbox } from "@/ui/checkbox.tsx";
import { wordOnAny } from "@/ui/code-choice.tsx";
import field from "@/ui/field.module.css";
import { ErrorText } from "@/ui/field.tsx";
import { NameAndDescription } from "@/ui/name-and-description.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Card, Fields } from "@/ui/page.tsx";
import { KINDS, SCALES } from "../search.ts";
import css from "./form.module.css";
import type { Section } from "./section.ts";

/** What it is. */
export function Identity({ typed, onChange, said }: Section) {
	const { t } = useTranslation(["events", "common"]);
	const chamber = useUser()?.acting?.role === "chamber";
	const scales = chamber ? SCALES.slice(0, 2) : SCALES;
	return (
		<Card title={t("form.identity")}>
			<NameAndDescription
				nameLabel={t("form.name")}
				descriptionLabel={t("form.about")}
				typed={typed}
				onChange={onChange}
				said={said}
				spread
			>
				<Fields>
					<NativeSelect
						label={t("kindLabel")}
						empty={t("common:field.choose")}
						options={KINDS.map((id) => ({ id, label: t(`kind.${id}`) }))}
						value={typed.kind}
						onChange={(id) => onChange({ kind: KINDS.find((one) => one === id) ?? null })}
						error={said["/kind"]}
						isRequired
					/>
					<NativeSelect
						label={t("scaleLabel")}
						hint={chamber ? t("form.chamberScale") : undefined}
						empty={t("common:field.choose")}
						options={scales.map((id) => ({ id, label: t(`scale.${id}`) }))}
						value={typed.scale}
						onChange={(id) => onChange({ scale: SCALES.find((one) => one === id) ?? null })}
						error={said["/scale"]}
						isRequired
					/>
				</Fields>
			</NameAndDescription>
		</Card>
	);
}

/** For which crafts. */
export function Crafts({ typed, onChange, said }: Section) {
	const { t } = useTranslation("events");
	const sectors = useCraftSectors();
	const words = Object.entries(said).flatMap(([at, word]) => (word ? [[at, word]] : []));
	const error = wordOnAny(Object.fromEntries(words), "/craft_sectors");
	return (
		<Card title={t("form.crafts")}>
			<fieldset>
				<legend className={field.hint}>{t("form.craftsHint")}</legend>
				<div className={css.checks}>
					{sectors.options.map(({ id, label }) => (
						<Checkbox
							key={id}
							isSelected={typed.crafts.includes(id)}
							onChange={(on) =>
								onChange({
									crafts: on
										? [...typed.crafts, id].sort()
										: typed.crafts.filter((one) => one !== id),
								})
							}
						>
							{label}
						</Checkbox>
					))}
				</div>
				{error && (
					<span className={field.error}>
						<ErrorText>{error}</ErrorText>
					</span>
				)}
			</fieldset>
		</Card>
	);
}
