import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Event, EventStand } from "@/api/gen/types.gen.ts";
import { can } from "@/auth/can.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { EventHead } from "@/reference/event-head.tsx";
import { useCraftSectors, useWilayas } from "@/reference/use-reference.ts";
import { Awaited } from "@/ui/awaited.tsx";
import { NativeSelect } from "@/ui/native-select.tsx";
import { Card, Facts, Stack } from "@/ui/page.tsx";
import { SearchBox } from "@/ui/search-box.tsx";
import { Empty, Failed, FailedPage, Loading } from "@/ui/states.tsx";
import { Board } from "../drawing/board.tsx";
import { Legend } from "../drawing/legend.tsx";
import { type Said, Shapes } from "../drawing/shapes.tsx";
import { useView } from "../drawing/use-view.ts";
import { applicationStandQuery, occasionQuery, planQuery, standsQuery } from "../queries.ts";
import { boundsOf } from "../shape/geometry.ts";
import type { Plan, Stand } from "../shape/plan.ts";
import { keyOf } from "../shape/refs.ts";
import { StandTable } from "../stand-table.tsx";
import { usePlaceWords } from "../words/use-place-words.ts";
import { useServiceWords } from "../words/use-service-words.ts";
import { found } from "./find.ts";
import css from "./visit.module.css";
import { Why } from "./why.tsx";

const NOBODY: readonly EventStand[] = [];

/** The stand one asked for: who is there, and where. */
function Shown({ plan, stand }: { plan: Plan; stand: EventStand }) {
	const { t } = useTranslation(["plan", "common"]);
	const { text, number } = useFormat();
	const wilayas = useWilayas();
	const sectors = useCraftSectors();
	const services = useServiceWords();
	const place = usePlaceWords(plan);
	const { holder } = stand;
	return (
		<Card title={t("named.stand", { name: stand.number })}>
			<Facts
				items={[
					{
						label: t("stands.who"),
						value: holder ? (
							<Link to="/associations/$id" params={{ id: holder.association_id }}>
								<bdi>{text(holder.association_name)}</bdi>
							</Link>
						) : (
							t("stands.free")
						),
					},
					...(holder
						? [
								{
									label: t("stands.crafts"),
									value: holder.craft_sectors.map(sectors.name).join(t("separator")),
								},
								{ label: t("common:field.wilaya"), value: wilayas.name(holder.wilaya_code) },
							]
						: []),
					{ label: t("stands.place"), value: <bdi>{place(stand)}</bdi> },
					{
						label: t("stands.area"),
						value: t("squareMetres", { area: number(stand.area_cm2 / 10_000) }),
					},
					{
						label: t("stands.offers"),
						value: services(stand) || null,
					},
				]}
			/>
		</Card>
	);
}

/** The drawing, what is looked for on it, and the same as a list. */
function WholePlan({ event, plan }: { event: Event; plan: Plan }) {
	const { t } = useTranslation("plan");
	const { text } = useFormat();
	const sectors = useCraftSectors();
	const search = useSearch({ from: "/events/$id/plan" });
	const navigate = useNavigate({ from: "/events/$id/plan" });
	const user = useUser();
	const { application = "" } = search;
	const asked = application !== "" && can(user, "get_application_stand");
	const own = useQuery({ ...applicationStandQuery(event.id, application), enabled: asked });
	const list = useQuery(standsQuery(event.id));
	const stands = list.data ?? NOBODY;
	const seen = useView(plan);
	const { goTo } = seen;
	const hits = found(stands, search.q ?? "", search.sector, sectors.name);
	const only = hits?.length === 1 ? hits[0]?.number : undefined;
	const shown = search.stand ?? own.data?.stand.number ?? only;
	const byNumber = useMemo(() => new Map(stands.map((one) => [one.number, one])), [stands]);
	const placeOf = useMemo(() => new Map(plan.stands.map(({ number }, at) => [number, at])), [plan]);
	useEffect(() => {
		const place = placeOf.get(shown ?? "");
		const box = boundsOf(plan.stands[place ?? -1]?.polygon ?? []);
		if (box) goTo(box);
	}, [shown, placeOf, plan, goTo]);
	const keys = (numbers: readonly string[]) =>
		new Set(numbers.map((number) => keyOf("stand", placeOf.get(number) ?? -1)));
	const saidOf = useMemo(
		() =>
			({ number }: Stand): Said => {
				const holder = byNumber.get(number)?.holder;
				return holder ? { tone: "given", name: text(holder.association_name) } : { tone: "free" };
			},
		[byNumber, text],
	);
	const look = (patch: Partial<typeof search>) =>
		void navigate({
			search: (old) => ({ ...old, ...patch }),
			replace: true,
			resetScroll: false,
		});
	const stand = byNumber.get(shown ?? "");
	const crafts = [...new Set(stands.flatMap(({ holder }) => holder?.craft_sectors ?? []))];
	return (
		<Stack>
			<search className={css.search}>
				<SearchBox
					label={t("visit.search")}
					hint={t("visit.searchHint")}
					value={search.q ?? ""}
					onSearch={(q) => look({ q: q || undefined, stand: undefined })}
				/>
				{crafts.length > 1 && (
					<NativeSelect
						label={t("stands.crafts")}
						empty={t("visit.allCrafts")}
						options={crafts.sort().map((id) => ({ id, label: sectors.name(id) }))}
						value={search.sector}
						onChange={(sector) => look({ sector: sector ?? undefined, stand: undefined })}
					/>
				)}
			</search>
			{asked && own.isError && <Failed error={own.error} onRetry={() => void own.refetch()} />}
			<p role="status" className="quiet">
				{hits && t("visit.found", { count: hits.length })}
			</p>
			<div className={css.columns} data-two={!!stand || undefined}>
				{stand && (
					<Stack>
						<Shown plan={plan} stand={stand} />
						{own.data && own.data.stand.number === stand.number && (
							<Why plan={plan} given={own.data} />
						)}
					</Stack>
				)}
				<div className={css.drawing}>
					<Board
						label={t("visit.drawing")}
						seen={seen}
						hint={t("visit.hint")}
						onPress={(key) => {
							const [kind, at] = key?.split("/") ?? [];
							look({ stand: kind === "stand" ? plan.stands[Number(at)]?.number : undefined });
						}}
					>
						{(scale) => (
							<Shapes
								plan={plan}
								scale={scale}
								saidOf={saidOf}
								chosen={keys(shown ? [shown] : [])}
								found={hits && keys(hits.map(({ number }) => number))}
							/>
						)}
					</Board>
					<Legend signs={["given", "free", "found", "aisle", "quarter", "entrance"]} />
				</div>
			</div>
			<Card title={t("stands.title")}>
				<Awaited list={list} none={<p className="quiet">{t("stands.none")}</p>} lines={6} />
				{hits?.length === 0 && <p className="quiet">{t("visit.none")}</p>}
				{(hits ?? stands).length > 0 && (
					<StandTable
						plan={plan}
						stands={hits ?? stands}
						chosen={shown ?? null}
						choose={t("visit.show")}
						onChoose={(number) => {
							look({ stand: number });
							scrollTo({ top: 0 });
						}}
					/>
				)}
			</Card>
		</Stack>
	);
}

/** The floor plan of an event for visitors: who is where. */
export function VisitPage() {
	const { t } = useTranslation("plan");
	const { id } = useParams({ from: "/events/$id/plan" });
	const event = useQuery(occasionQuery(id));
	const plan = useQuery(planQuery(id));
	if (event.isPending) return <Loading lines={8} />;
	if (event.isError) return <FailedPage error={event.error} onRetry={() => void event.refetch()} />;
	return (
		<>
			<EventHead title={t("visit.title")} event={event.data} />
			{plan.isPending && <Loading lines={8} />}
			{plan.isError && <Failed error={plan.error} onRetry={() => void plan.refetch()} />}
			{plan.isSuccess &&
				(plan.data ? (
					<WholePlan event={event.data} plan={plan.data.data.plan} />
				) : (
					<Empty title={t("visit.notYet")} />
				))}
		</>
	);
}
