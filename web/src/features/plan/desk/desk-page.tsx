import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Event, EventStand, StandCandidate, StandProposal } from "@/api/gen/types.gen.ts";
import { can } from "@/auth/can.ts";
import { organises, readsApplications } from "@/auth/organises.ts";
import { useUser } from "@/auth/session.ts";
import { useFormat } from "@/i18n/index.tsx";
import { EventHead } from "@/reference/event-head.tsx";
import { buttonClass } from "@/ui/button.tsx";
import { FileButton } from "@/ui/file-button.tsx";
import { Notice } from "@/ui/notice.tsx";
import { Card, Row, Stack } from "@/ui/page.tsx";
import { Failed, FailedPage, Loading, NoRight } from "@/ui/states.tsx";
import { Board } from "../drawing/board.tsx";
import { Legend } from "../drawing/legend.tsx";
import { type Said, Shapes } from "../drawing/shapes.tsx";
import { useView } from "../drawing/use-view.ts";
import { candidatesQuery, occasionQuery, planQuery, standsQuery } from "../queries.ts";
import { boundsOf } from "../shape/geometry.ts";
import type { Plan, Stand } from "../shape/plan.ts";
import { keyOf } from "../shape/refs.ts";
import { StandTable } from "../stand-table.tsx";
import { useLackWords } from "../words/use-lack-words.ts";
import { useReasonWords } from "../words/use-reason-words.ts";
import { Candidates } from "./candidates.tsx";
import css from "./desk.module.css";
import { GiveForm } from "./give-form.tsx";
import { Proposal } from "./proposal.tsx";
import { useDrop } from "./use-drop.ts";
import { useGiving } from "./use-giving.ts";

interface Props {
	event: Event;
	plan: Plan;
	stands: readonly EventStand[];
	candidates: readonly StandCandidate[];
	writes: boolean;
}

function Giving({ event, plan, stands, candidates, writes }: Props) {
	const { t } = useTranslation("plan");
	const { text } = useFormat();
	const [application, setApplication] = useState<string | null>(null);
	const [stand, setStand] = useState<string | null>(null);
	const [proposal, setProposal] = useState<StandProposal | null>(null);
	const giving = useGiving(event.id);
	const seen = useView(plan);
	const lack = useLackWords();
	const words = useReasonWords(plan, candidates);
	const byNumber = useMemo(() => new Map(stands.map((one) => [one.number, one])), [stands]);
	/** What the drawing shows: what is given, or what the machine proposes. */
	const saidOf = useMemo(() => {
		const proposed =
			proposal && new Map(proposal.allocation.allocations.map((one) => [one.stand, one]));
		const free = new Set(proposal?.allocation.free);
		const byId = new Map(candidates.map((one) => [one.application_id, one]));
		return ({ number }: Stand): Said => {
			if (proposed) {
				const one = proposed.get(number);
				if (!one) return { tone: free.has(number) ? "free" : "closed" };
				const who = byId.get(one.application);
				return { tone: who?.locked ? "locked" : "given", name: text(who?.association_name) };
			}
			const holder = byNumber.get(number)?.holder;
			return holder
				? { tone: holder.locked ? "locked" : "given", name: text(holder.association_name) }
				: { tone: "free" };
		};
	}, [proposal, byNumber, candidates, text]);
	const form = useRef<HTMLDivElement>(null);
	const drop = useDrop((dragged, on) => {
		const candidate = candidates.find(({ application_id: id }) => id === dragged);
		const holder = byNumber.get(on)?.holder;
		setApplication(dragged);
		setStand(on);
		// Somebody has it: the form says who, and asks.
		if (!candidate || holder) {
			form.current?.scrollIntoView({ block: "nearest" });
			return;
		}
		void giving
			.give(candidate, on, { locked: false, exchange: false })
			.then((done) => done && setStand(null));
	});
	const placeOf = (number: string | null | undefined) =>
		plan.stands.findIndex((one) => one.number === number);
	const chooseStand = (number: string | null) => {
		setStand(number);
		const box = boundsOf(plan.stands[placeOf(number)]?.polygon ?? []);
		if (box) seen.reveal(box);
	};
	const mine = candidates.find(({ application_id: id }) => id === application)?.stand;
	const marks = new Set(
		[stand, mine].flatMap((number) => (number ? [keyOf("stand", placeOf(number))] : [])),
	);
	return (
		<Stack>
			<Row>
				<FileButton
					path={`/api/v1/events/${event.id}/stand-cards`}
					name="stands.pdf"
					accept="application/pdf"
				>
					{t("print.cards")}
				</FileButton>
				<FileButton
					path={`/api/v1/events/${event.id}/badges/print`}
					name="badges.pdf"
					accept="application/pdf"
				>
					{t("print.badges")}
				</FileButton>
			</Row>
			<div className={css.columns}>
				<div className={css.drawing}>
					<div {...(writes ? drop.target : {})}>
						<Board
							label={t("desk.drawing")}
							seen={seen}
							hint={t("desk.hint")}
							onPress={(key) => {
								const [kind, at] = key?.split("/") ?? [];
								const pressed = kind === "stand" ? plan.stands[Number(at)]?.number : undefined;
								const holder = byNumber.get(pressed ?? "")?.holder;
								// A stand that is given brings whoever has it; with somebody chosen, it is where they go.
								if (!application && holder?.application_id) setApplication(holder.application_id);
								else setStand(pressed ?? null);
							}}
						>
							{(scale) => <Shapes plan={plan} scale={scale} saidOf={saidOf} chosen={marks} />}
						</Board>
					</div>
					<Legend signs={["given", "locked", "free", "closed", "aisle", "quarter", "entrance"]} />
					{writes && (
						<div ref={form}>
							<GiveForm
								giving={giving}
								candidates={candidates}
								stands={stands}
								application={application}
								onApplication={setApplication}
								stand={stand}
								onStand={chooseStand}
							/>
						</div>
					)}
				</div>
				<Candidates
					candidates={candidates}
					chosen={application}
					onChoose={setApplication}
					source={drop.source}
				/>
			</div>
			{writes && (
				<Proposal
					event={event.id}
					words={words}
					candidates={candidates}
					proposal={proposal}
					onProposal={setProposal}
					onKept={giving.readAgain}
				/>
			)}
			<Card title={t("stands.title")}>
				<StandTable
					plan={plan}
					stands={stands}
					chosen={stand}
					choose={t("things.choose")}
					onChoose={chooseStand}
					more={[
						{
							id: "lock",
							header: t("stands.state"),
							cell: ({ holder }) =>
								[holder?.locked ? t("stands.locked") : null, ...(holder?.lacks ?? []).map(lack)]
									.filter(Boolean)
									.join(t("separator")),
						},
					]}
				/>
			</Card>
		</Stack>
	);
}

function Desk({ event }: { event: Event }) {
	const { t } = useTranslation("plan");
	const user = useUser();
	const plan = useQuery({ ...planQuery(event.id), staleTime: 0 });
	const ready = !!plan.data;
	const stands = useQuery({ ...standsQuery(event.id), enabled: ready, staleTime: 0 });
	const candidates = useQuery({ ...candidatesQuery(event.id), enabled: ready, staleTime: 0 });
	const writes = organises(user, event) && can(user, "give_stand");
	if (plan.isError) return <Failed error={plan.error} onRetry={() => void plan.refetch()} />;
	if (plan.isSuccess && !plan.data)
		return (
			<Notice tone="info" title={t("desk.noPlan")}>
				{writes && (
					<Link
						to="/events/$id/plan/edit"
						params={{ id: event.id }}
						className={buttonClass("secondary")}
					>
						{t("desk.draw")}
					</Link>
				)}
			</Notice>
		);
	const failed = [stands, candidates].find((one) => one.isError);
	if (failed) return <Failed error={failed.error} onRetry={() => void failed.refetch()} />;
	if (!plan.data || !stands.data || !candidates.data) return <Loading lines={8} />;
	return (
		<>
			{candidates.data.length === 0 && <Notice tone="info" title={t("desk.nobody")} />}
			<Giving
				event={event}
				plan={plan.data.data.plan}
				stands={stands.data}
				candidates={candidates.data}
				writes={writes}
			/>
		</>
	);
}

/** Who gets which stand: by hand, or as the machine proposes. */
export function DeskPage() {
	const { t } = useTranslation("plan");
	const { id } = useParams({ from: "/events/$id/stands" });
	const user = useUser();
	const found = useQuery(occasionQuery(id));
	if (found.isPending) return <Loading lines={8} />;
	if (found.isError) return <FailedPage error={found.error} onRetry={() => void found.refetch()} />;
	if (!readsApplications(user, found.data)) return <NoRight />;
	return (
		<>
			<EventHead title={t("desk.title")} event={found.data} current="stands" />
			<Stack>
				<Desk event={found.data} />
			</Stack>
		</>
	);
}
