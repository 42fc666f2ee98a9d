import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { BarChart } from "@/charts/bar-chart.tsx";
import { ChartFrame } from "@/charts/frame.tsx";
import { useFormat } from "@/i18n/index.tsx";
import { useWilayas } from "@/reference/use-reference.ts";
import { WilayaMap } from "@/reference/wilaya-map.tsx";
import { buttonClass } from "@/ui/button.tsx";
import field from "@/ui/field.module.css";
import { ArrowNext, Search } from "@/ui/icons.tsx";
import { Hero } from "@/ui/page.tsx";
import { Failed } from "@/ui/states.tsx";
import css from "./home.module.css";
import { NextEvents } from "./next-events.tsx";
import { countsQuery, shareQuery } from "./queries.ts";

/** Bars shown: enough to tell, few enough to read. */
const LEADING = 5;
const STEPS = ["write", "review", "number"] as const;

function Finder() {
	const { t } = useTranslation("home");
	const navigate = useNavigate();
	const [q, setQ] = useState("");
	const submit = (event: FormEvent) => {
		event.preventDefault();
		void navigate({ to: "/associations", search: q.trim() ? { q: q.trim() } : {} });
	};
	return (
		<search>
			<form className={css.finder} onSubmit={submit}>
				<label htmlFor="find" className="visually-hidden">
					{t("find")}
				</label>
				<input
					id="find"
					type="search"
					dir="auto"
					className={field.input}
					placeholder={t("find")}
					value={q}
					onChange={(event) => setQ(event.target.value)}
				/>
				<button type="submit" className={buttonClass("secondary")}>
					<Search />
					{t("findAction")}
				</button>
			</form>
		</search>
	);
}

function Figure({ value, label }: { value: number | undefined; label: string }) {
	const { number } = useFormat();
	return (
		<div className={css.figure}>
			<dd className="num">{value === undefined ? "…" : number(value)}</dd>
			<dt>{label}</dt>
		</div>
	);
}

export function HomePage() {
	const { t } = useTranslation(["home", "common"]);
	const { number } = useFormat();
	const wilayas = useWilayas();
	const navigate = useNavigate();
	const counts = useQuery(countsQuery);
	const women = useQuery(shareQuery("women_led"));
	const youth = useQuery(shareQuery("youth_led"));
	const byWilaya = useMemo(
		() => new Map(counts.data?.items.map((item) => [item.wilaya_code, item.count])),
		[counts.data],
	);
	const leading = (counts.data?.items ?? [])
		.toSorted((a, b) => b.count - a.count)
		.slice(0, LEADING)
		.map((item) => ({
			id: item.wilaya_code,
			label: wilayas.name(item.wilaya_code),
			value: item.count,
		}));
	return (
		<>
			<Hero title={t("title")} lead={t("lead")}>
				<Finder />
			</Hero>
			{counts.isError ? (
				<Failed error={counts.error} onRetry={() => void counts.refetch()} />
			) : (
				<dl className={css.figures}>
					<Figure value={counts.data?.total} label={t("figure.associations")} />
					<Figure
						value={counts.data?.items.filter((item) => item.count > 0).length}
						label={t("figure.wilayas")}
					/>
					<Figure value={women.data?.total} label={t("figure.women")} />
					<Figure value={youth.data?.total} label={t("figure.youth")} />
				</dl>
			)}
			<p className={css.more}>
				<Link to="/participation">{t("participation")}</Link>
			</p>
			<div className={css.layout}>
				<div className={css.ways}>
					<WilayaMap
						title={t("map")}
						counts={byWilaya}
						hint={t("mapHint")}
						onSelect={(wilaya) => void navigate({ to: "/associations", search: { wilaya } })}
					/>
					<section className={`${css.way} ${css.last}`}>
						<h2>{t("verify.title")}</h2>
						<p>{t("verify.text")}</p>
						<Link to="/verify" className={buttonClass("secondary")}>
							{t("verify.action")}
						</Link>
					</section>
				</div>
				<div className={css.ways}>
					<NextEvents />
					<section className={css.way}>
						<h2>{t("training.title")}</h2>
						<p>{t("training.text")}</p>
						<p className={css.links}>
							<Link to="/courses" className={buttonClass("secondary")}>
								{t("training.courses")}
							</Link>
							<Link to="/cohorts" className={buttonClass("secondary")}>
								{t("training.cohorts")}
							</Link>
						</p>
					</section>
					{leading.length > 0 && (
						<ChartFrame
							title={t("leading")}
							head={[t("common:field.wilaya"), t("common:chart.associations")]}
							rows={leading.map((bar) => ({ id: bar.id, cells: [bar.label, number(bar.value)] }))}
						>
							<BarChart bars={leading} />
						</ChartFrame>
					)}
					<section className={css.way}>
						<h2>{t("register.title")}</h2>
						<ol className={css.steps}>
							{STEPS.map((step) => (
								<li key={step}>
									<b>{t(`register.${step}`)}</b>
									<span>{t(`register.${step}Detail`)}</span>
								</li>
							))}
						</ol>
						<Link to="/register" className={buttonClass("primary")}>
							{t("register.action")}
							<ArrowNext />
						</Link>
					</section>
				</div>
			</div>
		</>
	);
}
