import { useTranslation } from "react-i18next";
import type { Association } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import {
	useCommunes,
	useCraftActivities,
	useCraftSectors,
	useWilayas,
} from "@/reference/use-reference.ts";
import { Card, Facts } from "@/ui/page.tsx";
import css from "./associations.module.css";
import { Contacts } from "./contacts.tsx";
import { Headcounts } from "./headcounts.tsx";
import { Mandates } from "./mandates.tsx";
import { Traits } from "./traits.tsx";

/** Everything a file says, for reading: the public page, the desk and the review show the same. */
export function AssociationFile({ association }: { association: Association }) {
	const { t } = useTranslation(["associations", "common"]);
	const { date, number } = useFormat();
	const wilaya = association.wilaya_code;
	const wilayas = useWilayas();
	const communes = useCommunes(wilaya);
	const sectors = useCraftSectors();
	const { name, founders, receipt, seat } = association;
	const codes = association.craft_activities ?? [];
	const activities = useCraftActivities(codes.length > 0);
	const degrees = (value: number) => `${number(Math.abs(value), { maximumFractionDigits: 5 })}°`;
	return (
		<div className={css.file}>
			<div className={css.column}>
				<Card title={t("section.identity")}>
					<Facts
						items={[
							{ label: t("field.nameAr"), value: <bdi lang="ar">{name.ar}</bdi> },
							{ label: t("field.nameFr"), value: name.fr && <bdi lang="fr">{name.fr}</bdi> },
							{ label: t("field.nameEn"), value: name.en && <bdi lang="en">{name.en}</bdi> },
							{
								label: t("field.acronym"),
								value: association.acronym && <bdi>{association.acronym}</bdi>,
							},
							{ label: t("field.level"), value: t(`common:level.${association.level}`) },
							{ label: t("field.kind"), value: t(`common:kind.${association.kind}`) },
							{
								label: t("field.legalRegime"),
								value: t(`regime.${association.legal_regime}`),
							},
							{
								label: t("field.foundedOn"),
								value: association.founded_on && (
									<time dateTime={association.founded_on}>{date(association.founded_on)}</time>
								),
							},
							{
								label: t("field.founders"),
								value: founders && number(founders.count),
							},
						]}
					/>
				</Card>
				<Card title={t("section.seat")}>
					<Facts
						items={[
							{ label: t("common:field.wilaya"), value: wilayas.name(wilaya) },
							{ label: t("common:field.commune"), value: communes.name(seat.commune_code) },
							{
								label: t("field.address"),
								value: seat.address && <bdi>{seat.address}</bdi>,
							},
							{
								label: t("field.point"),
								value: seat.latitude != null && seat.longitude != null && (
									<span className="num">
										{t(seat.longitude < 0 ? "pointWest" : "pointEast", {
											latitude: degrees(seat.latitude),
											longitude: degrees(seat.longitude),
										})}
									</span>
								),
							},
							{
								label: t("field.territory"),
								value: association.territory?.length
									? association.territory.map(wilayas.name).join(t("listSeparator"))
									: null,
							},
						]}
					/>
				</Card>
				<Card title={t("section.crafts")}>
					<ul className={css.crafts}>
						{association.craft_sectors.map((code) => (
							<li key={code}>{sectors.name(code)}</li>
						))}
					</ul>
					{codes.length > 0 && (
						<>
							<h3 className={css.under}>{t("field.activities")}</h3>
							<ul className={css.crafts}>
								{codes.map((code) => (
									<li key={code}>
										<bdi>{activities.name(code)}</bdi>
									</li>
								))}
							</ul>
						</>
					)}
				</Card>
				<Headcounts rows={association.headcounts ?? []} />
			</div>
			<div className={css.column}>
				<Contacts contacts={association.contacts ?? []} />
				<Mandates mandates={association.mandates ?? []} />
				<Traits computed={association.computed} />
				{receipt && (
					<Card title={t("section.receipt")}>
						<Facts
							items={[
								{ label: t("field.receiptNumber"), value: <bdi>{receipt.number}</bdi> },
								{
									label: t("field.receiptDate"),
									value: receipt.date && <time dateTime={receipt.date}>{date(receipt.date)}</time>,
								},
								{
									label: t("field.receiptAuthority"),
									value: receipt.authority && <bdi>{receipt.authority}</bdi>,
								},
							]}
						/>
					</Card>
				)}
			</div>
		</div>
	);
}
