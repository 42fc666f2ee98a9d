import { useTranslation } from "react-i18next";
import type { Application, Product, StandNeeds } from "@/api/gen/types.gen.ts";
import { useFormat } from "@/i18n/index.tsx";
import { useCraftSectors } from "@/reference/use-reference.ts";
import { Tag } from "@/ui/badge.tsx";
import { ContactLink } from "@/ui/contact-link.tsx";
import { DataTable } from "@/ui/data-table.tsx";
import { Card, Facts } from "@/ui/page.tsx";
import css from "../application.module.css";
import { useAssociationNames } from "../use-association-names.ts";

interface Props {
	application: Application;
	/** Whether those who take part get a stand. */
	stands: boolean;
}

function Exhibitors({ application, stands }: Props) {
	const { t } = useTranslation(["applications", "common"]);
	const title = t(stands ? "exhibitors.title" : "exhibitors.ofDay");
	const rows = (application.exhibitors ?? []).map((one, index) => ({ ...one, id: String(index) }));
	return (
		<Card title={title}>
			{rows.length === 0 ? (
				<p className="quiet">{t(stands ? "exhibitors.none" : "exhibitors.noneOfDay")}</p>
			) : (
				<DataTable
					label={title}
					rows={rows}
					rowKey={(row) => row.id}
					columns={[
						{ id: "name", header: t("exhibitors.name"), cell: (row) => <bdi>{row.name}</bdi> },
						{
							id: "card",
							header: t("exhibitors.card"),
							cell: (row) => row.card_number && <bdi dir="ltr">{row.card_number}</bdi>,
						},
						{
							id: "phone",
							header: t("common:field.phone"),
							cell: (row) => row.phone && <ContactLink kind="phone" value={row.phone} />,
						},
					]}
				/>
			)}
		</Card>
	);
}

/** What is to be shown or sold. */
export function Products({ products }: { products: readonly Product[] }) {
	const { t } = useTranslation("applications");
	const { text } = useFormat();
	const sectors = useCraftSectors();
	const rows = products.map((one, index) => ({ ...one, id: one.id ?? String(index) }));
	return (
		<Card title={t("products.title")}>
			{rows.length === 0 && <p className="quiet">{t("products.none")}</p>}
			<ul className={css.products}>
				{rows.map((one) => (
					<li key={one.id}>
						<b>
							<bdi>{text(one.name)}</bdi>
						</b>{" "}
						<Tag>{sectors.name(one.craft_sector)}</Tag>
						{one.description && (
							<p className={css.words} dir="auto">
								{one.description}
							</p>
						)}
					</li>
				))}
			</ul>
		</Card>
	);
}

/** What is needed on the days of the event; of a stand only where there are stands. */
export function Needs(props: { needs: StandNeeds | undefined; stands: boolean }) {
	const { needs = {}, stands } = props;
	const { t } = useTranslation(["applications", "common"]);
	const { number } = useFormat();
	const yes = (asked: boolean | undefined) => t(asked ? "common:state.yes" : "common:state.no");
	const { area_m2: area, power_w: power, lodging } = needs;
	const ofStand = [
		{ label: t("needs.area"), value: area ? t("needs.m2", { number: number(area) }) : null },
		{ label: t("needs.power"), value: power ? t("needs.w", { number: number(power) }) : null },
		{ label: t("needs.water"), value: yes(needs.water) },
		{ label: t("needs.fire"), value: yes(needs.fire) },
	];
	return (
		<Card title={t(stands ? "needs.title" : "needs.ofPeople")}>
			<Facts
				items={[
					...(stands ? ofStand : []),
					{ label: t("needs.transport"), value: yes(needs.transport) },
					{ label: t("needs.lodging"), value: number(lodging ?? 0) },
				]}
			/>
		</Card>
	);
}

/** Where the stand had better be, and what else is wished for. */
function Wishes({ application }: { application: Application }) {
	const { t } = useTranslation("applications");
	const { corner, near_entrance: entrance, next_to: ids = [] } = application.stand_wishes ?? {};
	const name = useAssociationNames(ids, {});
	const places = [
		corner && t("wishes.corner"),
		entrance && t("wishes.nearEntrance"),
		...ids.map((id) => t("wishes.beside", { name: name(id) })),
	].filter((word) => typeof word === "string");
	if (places.length === 0 && !application.wishes) return null;
	return (
		<Card title={t("wishes.title")}>
			{places.length > 0 && (
				<ul>
					{places.map((word) => (
						<li key={word}>{word}</li>
					))}
				</ul>
			)}
			{application.wishes && (
				<p className={css.words} dir="auto">
					{application.wishes}
				</p>
			)}
		</Card>
	);
}

/** What was written of an application, to be read. */
export function Contents({ application, stands }: Props) {
	return (
		<>
			<Exhibitors application={application} stands={stands} />
			<Products products={application.products ?? []} />
			<Needs needs={application.needs} stands={stands} />
			<Wishes application={application} />
		</>
	);
}
