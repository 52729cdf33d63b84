// A made-up council's plan and its second-quarter update, in our own words. Nothing here is any real council's.
export const key = [
  ['Blue', 'Finished'], ['Green', 'On course'], ['Amber', 'Slipping, but can be recovered this year'],
  ['Red', 'Will not be met this year without help'], ['Grey', 'Starts later'],
]
export const colours = { Blue: '#4472c4', Green: '#70ad47', Amber: '#ffc000', Red: '#ff0000', Grey: '#a6a6a6' }
export const themes = [
  ['Homes', 'Everyone in Averling can find a warm and settled place to live.'],
  ['Streets', 'Roads, paths and verges that people are glad to use.'],
  ['Learning', 'A good start and a second chance for every resident.'],
]
const homes = 'Homes', streets = 'Streets', learning = 'Learning'
const settle = 'Fewer households living in temporary rooms', warm = 'Warmer council homes that cost less to heat'
const walk = 'Safer routes on foot between villages', tidy = 'Cleaner town centres at every time of year'
const young = 'More young children ready for their first class', adult = 'Adults gain the skills that local firms ask for'
const rows = [
  [homes, settle, 'Open a second family hostel in Brackwater', 'Lease signed with the trust that owns the building', 'Blue', 'Signed on 3 June.', '120 nights'],
  [homes, settle, 'Open a second family hostel in Brackwater', 'Fire and access works complete', 'Amber', 'Contractor lost six weeks to asbestos; now due in November.', '120 nights'],
  [homes, settle, 'Open a second family hostel in Brackwater', 'First ten families moved in', 'Grey', '', '120 nights'],
  [homes, settle, 'Settle arrears early with a hardship officer', 'Officer in post by the end of May', 'Blue', 'Started on 20 May.', '85 cases'],
  [homes, settle, 'Settle arrears early with a hardship officer', 'One hundred tenants helped before a notice is served', 'Green', '64 helped so far.', '85 cases'],
  [homes, warm, 'Insulate the flats at Pell Court', 'Survey of all 48 flats finished and published to tenants', 'Blue', 'Published in July.', '48 flats'],
  [homes, warm, 'Insulate the flats at Pell Court', 'Half of the flats insulated', 'Red', 'The framework supplier withdrew and a new tender opens in January.', '48 flats'],
  [homes, warm, 'Lend energy meters through libraries', 'Forty meters bought and catalogued', 'Green', 'Thirty bought.', '40 meters'],
  [streets, walk, 'Join Hatherby and Little Venn by a lit path', 'Land agreed with all three owners', 'Green', 'Two of three have signed.', '2.4 km'],
  [streets, walk, 'Join Hatherby and Little Venn by a lit path', 'Planning permission granted', 'Grey', '', '2.4 km'],
  [streets, walk, 'Slow traffic outside eleven schools', 'Trial zones marked out at four schools', 'Blue', 'In place since September.', '11 schools'],
  [streets, walk, 'Slow traffic outside eleven schools', 'Results of the trial reported to the scrutiny panel, with a recommendation about the other seven', 'Green', 'On the agenda for March.', '11 schools'],
  [streets, walk, 'Slow traffic outside eleven schools', 'Order made for the remaining schools', 'Amber', 'Waiting for the police view on two sites.', '11 schools'],
  [streets, tidy, 'Empty bins by need and not by rota', 'Sensors fitted to 200 bins', 'Green', '150 fitted.', '200 bins'],
  [streets, tidy, 'Empty bins by need and not by rota', 'Rounds redrawn and agreed with crews', 'Green', '', '200 bins'],
  [streets, tidy, 'Open a repair bench in the market hall', 'Volunteers trained', 'Blue', 'Eighteen people trained.', '18 people'],
  [learning, young, 'Start a story van for outlying farms', 'Van fitted out and insured', 'Blue', 'On the road from August.', '30 stops'],
  [learning, young, 'Start a story van for outlying farms', 'Thirty stops visited each month', 'Green', 'Twenty-eight stops in September.', '30 stops'],
  [learning, young, 'Check hearing before school', 'Agreement with the health trust about data', 'Red', 'No agreement yet on who keeps the records.', '640 children'],
  [learning, young, 'Check hearing before school', 'First clinic held', 'Grey', '', '640 children'],
  [learning, adult, 'Evening workshops in welding and joinery', 'Two workshops opened at the old depot', 'Green', 'One open, one being wired.', '60 places'],
  [learning, adult, 'Evening workshops in welding and joinery', 'Sixty people enrolled', 'Amber', 'Forty-one enrolled; a second intake opens after Christmas.', '60 places'],
  [learning, adult, 'Advice on returning to work', 'Adviser available in each library one day a week', 'Green', 'Five of six libraries covered.', '6 libraries'],
]
export const milestones = rows.map(([theme, objective, deliverable, milestone, status, remark, measure]) => ({ theme, objective, deliverable, milestone, status, remark, measure }))
