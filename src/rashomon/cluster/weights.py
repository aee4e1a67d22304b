"""What each ground weighs, in bits (log2 odds): +1 doubles the odds of one incident.

Learnt by ``benchmarks/learn_weights.py`` from labelled pairs of two sets, within bounds
that codebooks set whatever a sample says, and then tuned by ``benchmarks/tune_weights.py``
to the incidents that they make. Behind each weight stand the pairs it was seen in: of one
incident / of two. Grounds overlap, so a weight is what a ground adds to the
others, not what it would say alone; docs/decisions/0009 tells how well they hold.
"""

from __future__ import annotations

# Two accounts of one document are two incidents: the reader of accounts told them apart.
APART = -50.0

# What two candidates weigh of whom nothing is known. The more accounts there are, the
# more of them are alike by chance: the prior that groups best fell from a pile of 262
# accounts (wire-dev) to one of 8,104 (gva) by nearly two bits in five doublings.
PRIOR = 0.3
PRIOR_PER_DOUBLING = 0.25
SMALL_PILE = 250

WEIGHTS: dict[str, float] = {
    "same_document": APART,
    "a_week_apart": -4.00,  # wire 1/114, gva 118/5827
    "all_rare_names": 5.00,  # wire 0/1, gva 234/35
    "both_in_passing": 0.00,  # wire 20/5472, gva 0/0
    "common_names": -0.93,  # wire 52/4094, gva 60/19321
    "copies": 4.00,  # wire 6/2, gva 102/14
    "country_disputed": -2.00,  # wire 14/3208 with all other countries, gva 8/732
    "date_fits": 0.50,  # wire 19/17, gva 0/0
    "dates_overlap": 3.36,  # wire 21/45, gva 50/800
    "dates_overlap_widely": -0.03,  # wire 12/72, gva 0/0
    "day_of_one_unknown": -2.35,  # wire 56/12294, gva 15/610
    "days_apart": -4.00,  # wire 0/15, gva 76/4296
    "days_apart_reckoned": -0.69,  # wire 0/407, gva 0/8
    "days_unknown": -1.92,  # wire 24/3796, gva 0/187
    "far_other_dead": -0.53,  # wire 13/5312, gva 65/4336
    "far_other_injured": -0.27,  # wire 13/1946, gva 90/9778
    "like_dead": 1.00,  # wire 56/1142, gva 30/212
    "like_injured": -0.13,  # wire 24/361, gva 60/2156
    "like_victim": 1.10,  # wire 3/5, gva 89/66
    "many_rare_names": 4.20,  # wire 4/1, gva 294/106
    "next_day": 0.00,  # wire 10/35, gva 184/8417
    "no_dead": 0.04,  # wire 4/62, gva 0/0
    "no_injured": 0.03,  # wire 5/50, gva 0/3
    "no_rare_names": -1.52,  # wire 3/17209, gva 91/61953
    "none_or_some_dead": 0.00,  # wire 14/1731, gva 1/165
    "none_or_some_injured": -0.03,  # wire 8/906, gva 14/573
    "one_in_passing": 0.00,  # wire 76/15516, gva 0/0
    "one_is_the_second": -1.50,  # wire 2/1177, gva 1/78
    "other_accused": -0.13,  # wire 17/3436, gva 67/1607
    "other_country": -5.00,  # by rule: another country is another place
    "other_date": -3.00,  # wire 2/1899, gva 0/0
    "other_dead": 0.00,  # wire 31/3397, gva 93/6594
    "other_facility": -0.32,  # wire 28/2905, gva 36/623
    "other_injured": -1.19,  # wire 13/942, gva 75/8821
    "other_language": -0.16,  # wire 75/5470, gva 0/0
    "other_victims": -1.04,  # wire 3/365, gva 140/8466
    "other_weapon": -0.10,  # wire 33/4672, gva 85/7077
    "other_weekday": -2.00,  # wire 2/1650, gva 0/120
    "place_unknown": -0.91,  # wire 1/260, gva 83/4194
    "places_apart": 0.04,  # wire 2/17, gva 3/99
    "places_apart_in_region": 1.00,  # wire 14/245, gva 110/1438
    "places_close": 2.45,  # wire 13/4, gva 89/238
    "places_far_apart": -0.95,  # wire 9/908, gva 27/2190
    "places_near": 0.58,  # wire 12/40, gva 64/497
    "places_very_far_apart": -6.00,  # wire 10/20372, gva 534/69636
    "published_after": 1.32,  # wire 0/9, gva 27/528
    "published_after_stamped": -0.04,  # wire 0/3, gva 0/0
    "published_before": -1.17,  # wire 5/403, gva 23/5964
    "published_before_stamped": -0.57,  # wire 0/442, gva 0/0
    "published_days_apart": -0.03,  # wire 0/0, gva 1/70
    "published_just_after": 2.28,  # wire 23/43, gva 228/4336
    "published_long_after": -0.66,  # wire 2/602, gva 28/5399
    "published_long_after_stamped": -1.33,  # wire 0/819, gva 0/0
    "published_together": 0.14,  # wire 2/1, gva 19/316
    "published_weeks_apart": -1.37,  # wire 0/111, gva 3/548
    "published_weeks_before": -8.00,  # by rule: nobody reports what comes weeks later
    "rare_name": 0.76,  # wire 69/812, gva 193/8129
    "rare_names": 1.52,  # wire 51/189, gva 300/3348
    "rarer_names": 2.31,  # wire 31/53, gva 368/1063
    "region_far": 0.00,  # wire 9/82, gva 3/298
    "regions_far_apart": -3.00,  # wire 2/3989, gva 97/9341
    "reported_days_apart": -0.04,  # wire 3/40, gva 343/14013
    "reported_months_apart": -2.56,  # wire 0/1727, gva 169/51833
    "reported_together": 0.25,  # wire 32/13, gva 1226/18666
    "reported_weeks_apart": 0.82,  # wire 4/68, gva 244/9212
    "same_accused": 1.22,  # wire 42/533, gva 41/88
    "same_country": -0.52,  # wire 2/278, gva 1/16
    "same_day": 2.25,  # wire 62/20, gva 784/3867
    "same_days": 2.00,  # wire 24/26, gva 232/2713
    "same_facility": 1.00,  # wire 11/25, gva 19/3
    "same_few_dead": 1.66,  # wire 8/201, gva 244/795
    "same_few_injured": 0.47,  # wire 6/4, gva 238/2627
    "same_kind_of_target": 0.95,  # wire 17/44, gva 6/3
    "same_many_dead": 1.90,  # wire 39/100, gva 11/0
    "same_many_injured": 1.13,  # wire 18/34, gva 32/5
    "same_one_dead": 1.41,  # wire 13/86, gva 571/14256
    "same_one_injured": 0.00,  # wire 10/54, gva 229/8185
    "same_place": 2.00,  # wire 148/292, gva 826/5695
    "same_region": -0.21,  # wire 1/2, gva 23/677
    "same_several_dead": 1.83,  # wire 9/83, gva 62/22
    "same_several_injured": 0.65,  # wire 2/3, gva 138/441
    "same_type": 0.00,  # wire 140/2789, gva 1860/84689
    "same_victim": 2.72,  # wire 2/1, gva 175/4
    "same_weapon": 0.30,  # wire 60/742, gva 550/15518
    "shared_name": 0.26,  # wire 19/59, gva 173/89
    "shared_names": 0.01,  # wire 3/0, gva 13/0
    "told_apart": -5.00,  # by rule: a report is not about what it recalls
    "town_and_region": 0.67,  # wire 30/90, gva 153/460
    "two_days_apart": -2.26,  # wire 2/1, gva 56/4951
    "types_incompatible": -1.50,  # wire 4/4761, gva 3/63
    "very_rare_names": 3.19,  # wire 16/15, gva 448/545
    "weekday_fits": 1.75,  # wire 14/396, gva 0/13
    "weeks_apart": -9.00,  # wire 23/10529, gva 177/46674
    "words_0": -1.74,  # wire 6/10742, gva 7/6830
    "words_1": -2.92,  # wire 13/7819, gva 36/42778
    "words_2": -3.31,  # wire 7/3883, gva 61/33248
    "words_3": -1.29,  # wire 21/729, gva 104/9429
    "words_4": 0.29,  # wire 49/188, gva 229/2246
    "words_5": 0.99,  # wire 45/70, gva 296/513
    "words_6": 2.25,  # wire 23/36, gva 416/285
    "words_7": 2.44,  # wire 10/11, gva 396/129
    "words_8": 2.73,  # wire 3/1, gva 338/47
    "words_9": 2.50,  # wire 12/3, gva 138/6
}
